{#
    Identity 9: where the text states a change but not its base, and a table prints the figure of the base year
    (“三公”经费 of two years side by side), the change is the stated level less that figure. Not where the table prints the
    change itself, as it is stated: rounding stands between the table's own columns; nor where the base is named by the
    level's own year and phase, which is a slip.
#}
with changes as (
    select
        changes.prose_id,
        changes.direction,
        changes.amount_cny,
        levels.prose_id as level_id,
        levels.amount_cny as level_cny,
        figures.ledger_id,
        row_number() over (
            partition by changes.prose_id
            order by
                abs(changes.direction * changes.amount_cny - levels.amount_cny + figures.amount_cny) nulls last,
                figures.table_number nulls last, figures.row_number nulls last, figures.column_number nulls last
        ) as nearness,
        exists (
            select 1
            from {{ ref('fct_statement_lines') }} as printed
            where
                {{ same_table('printed', 'figures') }}
                and (printed.measure = 'difference' or printed.row_role = 'difference')
                and printed.amount_cny = changes.direction * changes.amount_cny
        ) as is_printed
    from {{ ref('fct_prose_amounts') }} as changes
    inner join {{ ref('fct_prose_amounts') }} as levels on changes.level_id = levels.prose_id
    inner join {{ ref('topics') }} as topics on levels.topic = topics.topic
    inner join {{ ref('audit_figures') }} as figures
        on
            {{ is_of_topic() }}
            and changes.document_id = figures.document_id
            and coalesce(levels.organisation, '') = figures.organisation
            and changes.base_year = figures.fiscal_year
            and coalesce(changes.base_phase, figures.phase) = figures.phase
    where
        changes.role = 'change' and changes.base_id is null and changes.amount_cny is not null
        and (changes.base_year != levels.fiscal_year or changes.base_phase != levels.phase)
),

nearest as (
    select *
    from changes
    where
        nearness = 1
        and prose_id not in (select candidates.prose_id from changes as candidates where candidates.is_printed)
)

select {{ enters('change_from_tables', 'prose_id', 'level_id', sign='direction') }}
from nearest

union all

select {{ enters('change_from_tables', 'prose_id', 'ledger_id', sign='-direction') }}
from nearest
