{#
    The causes that are published. The key is made of what is stated, not of where, nor of the rules that show it: it
    survives a line that moves and a rule that is new. The rank within a document goes by severity, confidence and money.
#}
with printed as (
    select
        ledger_id,
        coalesce({{ unit_of_figure() }}, '') as unit,
        {{ unit_factor(unit_of_figure(), 'amount_cny is not null') }} as factor
    from {{ ref('fct_ledger') }}
    where amount_cny is not null
),

failed as (
    select
        findings.*,
        case
            when findings.repaired_value is null then null
            when findings.is_meant and findings.comparison = 'same_text' then findings.expected_text
            when printed.ledger_id is not null and findings.figure_unit = '{{ words('yuan') }}'
                then {{ plain('findings.repaired_value / printed.factor') }} || ' ' || printed.unit
            else {{ plain('findings.repaired_value') }} || ' ' || coalesce(findings.figure_unit, '')
        end as repaired_as_printed,
        against.beside
    from {{ ref('audit_findings') }} as findings
    left join printed on findings.figure_id = printed.ledger_id
    left join {{ ref('audit_set_against') }} as against
        on findings.anchor_id = against.operand_id and findings.rule_id = against.rule_id
)

select
    {{ finding_id('failed') }} as finding_id,
    rule_id,
    class,
    severity,
    confidence,
    subject,
    case when comparison <> 'same_text' then expected_value end as expected_value,
    case when comparison <> 'same_text' then actual_value end as actual_value,
    case when comparison <> 'same_text' then difference end as difference,
    case when comparison <> 'same_text' then tolerance end as tolerance,
    case when comparison <> 'same_text' then value_unit end as value_unit,
    case when comparison = 'same_text' then expected_text end as expected_text,
    case when comparison = 'same_text' then actual_text end as actual_text,
    {{ as_decimal('difference_cny', 20, 2) }} as difference_cny,
    {{ as_decimal(ratio('difference_cny', 'cast(spending_cny as double)'), 24, 6) }} as share_of_total,
    cast(row_number() over (
        partition by document_id
        order by
            case severity when 'error' then 0 when 'warning' then 1 else 2 end,
            case confidence when 'proven' then 0 when 'likely' then 1 else 2 end,
            difference_cny desc nulls last, rule_id nulls last, stable_cause nulls last, occurrence nulls last
    ) as integer) as rank,
    expected_as_printed,
    actual_as_printed,
    {{ finding_message('failed', 'zh') }} || {{ cause_message('failed', 'zh') }} as message_zh,
    {{ finding_message('failed', 'en') }} || {{ cause_message('failed', 'en') }} as message_en,
    document_id,
    table_number,
    row_number,
    page,
    line,
    other_page,
    other_line,
    statement_kind,
    organisation,
    fiscal_year,
    phase,
    anchor_id as operand_id,
    ledger_id,
    case when cause = 'table' and pasted_from is not null then pasted_from else cause end as cause,
    explains,
    case
        when repaired_value is not null
            then concat_ws(
                ' · ', 'p. ' || cast(figure_page as string), 'l. ' || cast(figure_line as string), figure_subject
            ) || ' → ' || repaired_as_printed
    end as repair,
    case when repaired_value is not null then figure_id end as repaired_figure_id,
    {{ as_decimal('repaired_value', 24, 4) }} as repaired_value
from failed
order by finding_id
