{#
    What shows that a figure is wrong, where the message would not name it: of a misprinted unit the amounts that overrule
    it, of the money of a project the sources that should pay for it, with the words of their row or column.
#}
with sources as (
    select
        addends.anchor_id as operand_id,
        parts.ledger_id,
        case when parts.row_number = anchors.row_number then parts.column_label else parts.row_label end as name,
        parts.value_as_printed
    from {{ ref('audit_addends') }} as addends
    inner join {{ ref('fct_statement_lines') }} as anchors on addends.anchor_id = anchors.ledger_id
    inner join {{ ref('fct_statement_lines') }} as parts on addends.part_id = parts.ledger_id
    where addends.rule_id = 'funding_sums_to_amount'
)

select
    'funding_sums_to_amount' as rule_id,
    operand_id,
    {{ listed("concat_ws(' ', name, value_as_printed)", '、', 'ledger_id nulls last') }} as beside
from sources
group by operand_id
union all
select
    case source when 'prose' then 'rate_in_one_unit' else 'printed_unit_holds' end as rule_id,
    operand_id,
    beside
from {{ ref('audit_misprinted_units') }}
