{#
    What the text says a yearly amount grew by. 与上年持平 is a change of nothing, whose number is the level's own. Where
    a budget names no phase of the year before, it means the budget of that year: of 40 such changes beside printed
    comparatives 39 lead to the budget, one is printed with the wrong sign. `not_comparable` says why a change leads to no
    amount of the year before.
#}
with changes as (
    select document_id, level_id, prose_id, subject, reason, base_year, base_phase, page, line, ledger_id, decimals, unit_as_printed,
        direction * amount_cny as change_cny
    from {{ source('extracted', 'prose_amounts') }}
    where role = 'change' and direction is not null and amount_cny is not null
    union all
    select document_id, prose_id as level_id, prose_id, subject, reason, base_year, base_phase, page, line, ledger_id, decimals, unit_as_printed,
        0 as change_cny
    from {{ source('extracted', 'prose_amounts') }}
    where role = 'level' and direction = 0
),

stated as (
    select
        levels.*,
        changes.prose_id as change_id,
        changes.subject as words,
        changes.reason,
        changes.base_year,
        changes.base_phase,
        changes.page as change_page,
        changes.line as change_line,
        changes.ledger_id as change_ledger_id,
        changes.change_cny,
        levels.amount_cny - changes.change_cny as base_cny,
        {{ half_unit('levels.decimals', unit_factor('levels.unit_as_printed', 'true')) }} as half_unit_of_level,
        {{ half_unit('changes.decimals', unit_factor('changes.unit_as_printed', 'true')) }} as half_unit_of_change
    from changes
    inner join {{ ref('int_prose_amounts_named') }} as levels
        on changes.document_id = levels.document_id and changes.level_id = levels.prose_id and levels.role = 'level'
)

select
    stated.change_id,
    {{ series_id('stated') }} as series_id,
    stated.document_id,
    stated.organisation_id,
    stated.organisation,
    stated.department,
    stated.fiscal_year,
    stated.phase,
    stated.subject,
    stated.fund,
    stated.function_code,
    stated.project_id,
    stated.project_name,
    {{ money('stated.amount_cny') }} as level_cny,
    {{ as_decimal('2 * stated.half_unit_of_level', 20, 2) }} as level_step_cny,
    stated.ledger_id as level_ledger_id,
    {{ money('stated.change_cny') }} as change_cny,
    stated.change_ledger_id as ledger_id,
    stated.base_year,
    coalesce(stated.base_phase, case when documents.document_kind = 'budget' then stated.phase end) as base_phase,
    case
        when stated.base_phase is not null then 'printed'
        when documents.document_kind = 'budget' then 'of_the_level'
    end as base_phase_basis,
    cast(growths.percentage as decimal(28, 6)) as percentage,
    case
        when stated.base_year is null or stated.base_year <> stated.fiscal_year - 1 then 'other_year'
        when stated.base_phase is null and documents.document_kind <> 'budget' then 'phase_not_stated'
        when stated.base_phase <> stated.phase then 'other_phase'
        when regexp_matches(stated.words, '{{ words('on_another_basis') }}') then 'other_basis'
        when stated.base_cny < 0 then 'less_than_nothing'
        when {{ growth_contradicts(
            'growths', 'stated.change_cny', 'stated.base_cny', '(half_unit_of_level + half_unit_of_change)'
        ) }} then 'growth_contradicts'
    end as not_comparable,
    stated.reason,
    coalesce(regexp_matches(stated.reason, '{{ words('reorganised') }}'), false) as is_reorganised,
    stated.change_page as page,
    stated.change_line as line
from stated
inner join {{ ref('int_documents_described') }} as documents on stated.document_id = documents.document_id
left join {{ ref('int_growths_stated') }} as growths
    on
        stated.document_id = growths.document_id
        and stated.prose_id = growths.level_id
        and stated.base_year = growths.base_year
order by stated.document_id, stated.page, stated.line, change_id
