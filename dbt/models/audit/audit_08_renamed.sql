{#
    Identity 8: a row printed by name alone bears the name of its code. Its place gives the code above it; if exactly
    one code of the fund tables stands there with the same amount and under no name of this table, it is that row's.
#}
with named as (
    select * from {{ ref('audit_nodes') }} where family = 'balance' and side = 'expenditure'
),

coded as (
    select
        *,
        max(case when organisation_kind = 'department' then 0 else 1 end)
            over (partition by document_id, department, fiscal_year, phase, code) as has_units
    from {{ ref('audit_figures') }}
    where
        expenditure_basis = 'fund' and classification = 'function' and measure = 'total'
        and code is not null and printing = 1
),

amounts as (
    select
        document_id, department, fiscal_year, phase, code,
        sum(amount_cny) as amount_cny,
        sum(half_unit_cny) as rounding_cny,
        min(ledger_id) as ledger_id
    from coded
    where organisation_kind <> 'department' or has_units = 0
    group by document_id, department, fiscal_year, phase, code
),

{% for level in [2, 3] %}
level_{{ level }} as (
    select
        parts.ledger_id,
        min(amounts.code) as code,
        min(amounts.ledger_id) as coded_ledger_id
    from named as parts
    {% if level == 2 %}
    inner join named as anchors on parts.parent_ledger_id = anchors.ledger_id
    {% else %}
    inner join level_2 as anchors on parts.parent_ledger_id = anchors.ledger_id
    {% endif %}
    inner join amounts
        on
            parts.document_id = amounts.document_id
            and parts.organisation = amounts.department
            and parts.fiscal_year = amounts.fiscal_year
            and parts.phase = amounts.phase
            and amounts.code like anchors.code || '__'
            and abs(parts.amount_cny - amounts.amount_cny) <= parts.half_unit_cny + amounts.rounding_cny
    left join named as known
        on
            parts.document_id = known.document_id
            and parts.table_number = known.table_number
            and amounts.code = known.code
    where parts.code is null and parts.level = {{ level }} and known.ledger_id is null
    group by parts.ledger_id
    having count(*) = 1
){% if not loop.last %},{% endif %}

{% endfor %}
select 'named_row_bears_name_of_code' as rule_id, coded_ledger_id as anchor_id, ledger_id as part_id, 1 as sign
from level_2
union all
select 'named_row_bears_name_of_code' as rule_id, coded_ledger_id as anchor_id, ledger_id as part_id, 1 as sign
from level_3
