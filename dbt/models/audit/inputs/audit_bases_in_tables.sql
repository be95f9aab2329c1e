{#
    Changes and growths whose base the text does not state, each with the figure of the base year that a table prints (“三公”
    经费 of two years side by side): of several the one that comes nearest. Not where the table prints the change or the
    rate itself, as it is stated: rounding stands between the table's own columns; nor where the base is named by the level's
    own year and phase, which is a slip; nor where it is on another basis (同口径, 扣除…后).
#}
with candidates as (
    select
        stated.prose_id,
        stated.role,
        stated.direction,
        levels.prose_id as level_id,
        figures.ledger_id,
        row_number() over (
            partition by stated.prose_id
            order by
                case
                    when stated.role = 'change'
                        then abs(stated.direction * stated.amount_cny - levels.amount_cny + figures.amount_cny)
                    else abs(
                        stated.direction * stated.value
                        - {{ ratio('100 * (levels.amount_cny - figures.amount_cny)', 'nullif(figures.amount_cny, 0)') }}
                    )
                end nulls last,
                figures.table_number nulls last, figures.row_number nulls last, figures.column_number nulls last
        ) as nearness,
        exists (
            select 1
            from {{ ref('fct_statement_lines') }} as printed
            where
                {{ same_table('printed', 'figures') }}
                and case
                    when stated.role = 'change'
                        then (printed.measure = 'difference' or printed.row_role = 'difference')
                            and printed.amount_cny = stated.direction * stated.amount_cny
                    else
                        printed.measure = 'rate'
                        and {{ replace_all('printed.value_as_printed', '[^0-9.]', '') }} = stated.value_as_printed
                end
        ) as is_printed
    from {{ ref('fct_prose_amounts') }} as stated
    inner join {{ ref('fct_prose_amounts') }} as levels on stated.level_id = levels.prose_id
    inner join {{ ref('topics') }} as topics on levels.topic = topics.topic
    inner join {{ ref('audit_figures') }} as figures
        on
            {{ is_of_topic() }}
            and stated.document_id = figures.document_id
            and coalesce(levels.organisation, '') = figures.organisation
            and stated.base_year = figures.fiscal_year
            and coalesce(stated.base_phase, levels.phase) = figures.phase
    where
        stated.role in ('change', 'growth') and stated.base_id is null
        and not coalesce(regexp_matches(stated.subject, '{{ words('on_another_basis') }}'), false)
        and (stated.role = 'growth' or stated.amount_cny is not null)
        and (stated.base_year != levels.fiscal_year or stated.base_phase != levels.phase)
        and (stated.role = 'change' or figures.amount_cny <> 0)
)

select prose_id, role, direction, level_id, ledger_id
from candidates
where nearness = 1 and prose_id not in (select printed.prose_id from candidates as printed where printed.is_printed)
