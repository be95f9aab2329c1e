{#
    Two numbers of one unit are compared as the printed comparator says. Without one only a kind of indicator that has
    one direction is: 满意度 and rates of a whole (合格率) are at least, the cost of a whole (总成本) is at most the target.
#}
with findings as (
    {{ row_findings(['document_id', 'table_number', 'row_number']) }}
),

statuses as (
    {{ row_statuses() }}
),

ruled as (
    select
        *,
        case
            when not is_applicable then 'not_applicable'
            when target_number is null or actual_number is null then 'not_two_numbers'
            when (target_unit is distinct from actual_unit) then 'units_differ'
            when comparator is not null then 'printed_comparator'
            when regexp_matches(indicator_name, '{{ words('rates_of_a_whole') }}') or aspect like '%{{ words('satisfaction') }}%'
                then 'kind_at_least'
            when aspect like '%{{ words('cost') }}%' and regexp_matches(indicator_name, '{{ words('cost_of_a_whole') }}')
                then 'kind_at_most'
            else 'no_comparator'
        end as is_met_rule
    from {{ ref('fct_indicators') }}
),

compared as (
    select
        *,
        case
            when is_met_rule = 'printed_comparator' then comparator
            when is_met_rule = 'kind_at_least' then '≥'
            when is_met_rule = 'kind_at_most' then '≤'
        end as applied
    from ruled
)

select
    documents.document_file,
    facts.fiscal_year,
    facts.organisation as organisation_name,
    facts.project_name,
    facts.dimension,
    facts.aspect,
    facts.indicator_name,
    facts.target_value,
    facts.actual_value,
    facts.page,
    facts.line,
    facts.statement_kind,
    facts.scope,
    facts.is_applicable,
    facts.explanation,
    facts.reason,
    facts.table_number,
    coalesce(statuses.reading_status, 'untested') as reading_status,
    findings.finding_ids,
    facts.comparator,
    facts.target_number,
    facts.target_unit,
    facts.actual_number,
    facts.actual_unit,
    case
        when facts.applied is null then 'not_comparable'
        when
            (facts.applied = '≥' and facts.actual_number >= facts.target_number)
            or (facts.applied = '≤' and facts.actual_number <= facts.target_number)
            or (facts.applied = '=' and facts.actual_number = facts.target_number)
            or (facts.applied = '>' and facts.actual_number > facts.target_number)
            or (facts.applied = '<' and facts.actual_number < facts.target_number)
            then 'met'
        else 'not_met'
    end as is_met,
    facts.is_met_rule,
    facts.ledger_id,
    facts.actual_ledger_id
from compared as facts
inner join {{ ref('dim_documents') }} as documents on facts.document_id = documents.document_id
left join findings
    on {{ same_row('facts', 'findings') }}
left join statuses
    on {{ same_row('facts', 'statuses') }}
order by document_file, table_number nulls last, line nulls last, page nulls last
