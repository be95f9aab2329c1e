{#
    Identity 19: a rate printed without a percent sign, where the document prints the same rate with one; or printed as 1
    among rates that all bear it, as a spreadsheet shows 100% without its format. A name that bears the sign itself, （%）,
    needs no other.
#}
with indicators as (
    select * from {{ ref('audit_indicator_names') }} where own_name like '%{{ words('rate') }}' and target is not null
),

signed as (
    select document_id, own_name, min(target_operand_id) as operand_id
    from indicators
    where target_unit = '%'
    group by document_id, own_name
    having count(*) >= 2
),

tables as (
    select
        document_id,
        table_number,
        min(case when target_unit = '%' then target_operand_id end) as operand_id
    from indicators
    where name_unit = ''
    group by document_id, table_number
    having
        count(case when target_unit = '%' then 1 end) >= 3
        and count(case when target_unit is null and target_value <> '1' then 1 end) = 0
)

select {{ enters('rate_bears_its_percent_sign', 'indicators.target_operand_id', 'signed.operand_id') }}
from indicators
inner join signed on indicators.document_id = signed.document_id and indicators.own_name = signed.own_name
where indicators.target_unit is null and indicators.name_unit = ''

union all

select {{ enters('rate_bears_its_percent_sign', 'indicators.target_operand_id', 'tables.operand_id') }}
from indicators
inner join tables
    on {{ same_table('indicators', 'tables') }}
where indicators.target_unit is null and indicators.name_unit = '' and indicators.target_value = '1'
