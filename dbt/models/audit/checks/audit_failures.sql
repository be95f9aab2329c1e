{#
    The checks that did not pass, as they are told: with both sides as printed, what is at stake, and how sure it is, by
    the rule and by how the figures were read. One error printed in several columns of a row (合计 and 小计, where all money
    is of one fund) is one.
#}
with failed as (
    select
        checks.*,
        concat_ws(
            ' · ', nullif(anchors.organisation, ''), nullif(cast(anchors.fiscal_year as string), '0'),
            nullif(anchors.phase, ''), anchors.subject
        ) as subject,
        anchors.stable_subject,
        rules.severity as severity_of_rule,
        case
            when checks.most = 'query' or rules.confidence = 'proven' then checks.most
            else rules.confidence
        end as confidence,
        rules.title_zh,
        rules.title_en,
        case
            when checks.comparison <> 'same_text' and checks.value_unit = '{{ words('yuan') }}' then abs(checks.difference)
        end as difference_cny,
        spending.spending_cny,
        spending.materiality_cny,
        row_number() over (
            partition by
                checks.rule_id, checks.document_id, checks.table_number, checks.row_number, checks.fiscal_year,
                checks.phase, checks.actual_value, checks.expected_value,
                case
                    when checks.comparison = 'same_text' or checks.column_number is null then checks.anchor_id
                end
            order by checks.column_number nulls last, checks.anchor_id nulls last
        ) as echo
    from {{ ref('audit_failed_checks') }} as checks
    inner join {{ ref('audit_operands') }} as anchors on checks.anchor_id = anchors.operand_id
    inner join {{ ref('rules') }} as rules on checks.rule_id = rules.rule_id
    left join {{ ref('audit_spending') }} as spending on checks.document_id = spending.document_id
),

printed as (
    select
        ledger_id,
        coalesce({{ unit_of_figure() }}, '') as unit,
        case
            when value_as_printed like '%' || coalesce(unit_as_printed, unit_applied, '') then value_as_printed
            else value_as_printed || ' ' || coalesce(unit_as_printed, unit_applied)
        end as shown
    from {{ ref('fct_ledger') }}
),

numbered as (
    select
        *,
        row_number() over (
            partition by rule_id, document_id, stable_subject
            order by table_number nulls last, row_number nulls last, column_number nulls last, line nulls last,
                anchor_id nulls last
        ) as occurrence
    from failed
    where echo = 1
)

select
    numbered.*,
    {{ check_id('numbered') }} as check_id,
    {{ severity_of('numbered') }} as severity,
    case when numbered.difference_cny is not null then actuals.shown end
        as actual_as_printed,
    case
        when numbered.difference_cny is null then null
        when not numbered.is_computed and numbered.comparison = 'equal' and expecteds.ledger_id is not null
            then expecteds.shown
        else
            {{ plain("cast(numbered.expected_value as double) / " ~ unit_factor("nullif(actuals.unit, '')", 'true')) }}
            || ' ' || actuals.unit
    end as expected_as_printed
from numbered
left join printed as actuals on numbered.ledger_id = actuals.ledger_id
left join printed as expecteds on numbered.first_part_id = expecteds.ledger_id
