{#
    Identity 8: a row printed by name alone bears the name of its code. Its place gives the code above it, or none; if
    exactly one code of the fund tables stands there with the same amount and under no name of this table, it is that
    row's. Names that differ in spaces or brackets alone are not compared.
#}
with named as (
    select * from {{ ref('audit_nodes') }} where family = 'balance' and side = 'expenditure'
),

coded as (
    select *
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
        min(ledger_id) as ledger_id,
        min(name_as_printed) as name_as_printed
    from coded
    where makes_department
    group by document_id, department, fiscal_year, phase, code
),

{% for level in [1, 2, 3] %}
level_{{ level }} as (
    select
        parts.ledger_id,
        min(amounts.code) as code,
        min(amounts.ledger_id) as coded_ledger_id,
        min(parts.name_as_printed) = min(amounts.name_as_printed)
        or min({{ comparable_name('parts.name_as_printed') }}) <> min({{ comparable_name('amounts.name_as_printed') }})
            as is_comparable
    from named as parts
    {% if level == 2 %}
    inner join named as anchors on parts.parent_ledger_id = anchors.ledger_id
    {% elif level == 3 %}
    inner join (
        select ledger_id, code from named where level = 2 and code is not null
        union all
        select ledger_id, code from level_2
    ) as anchors on parts.parent_ledger_id = anchors.ledger_id
    {% endif %}
    inner join amounts
        on
            parts.document_id = amounts.document_id
            and parts.organisation = amounts.department
            and parts.fiscal_year = amounts.fiscal_year
            and parts.phase = amounts.phase
            and amounts.code like {{ "anchors.code || '__'" if level > 1 else "'___'" }}
            and abs(parts.amount_cny - amounts.amount_cny) <= parts.half_unit_cny + amounts.rounding_cny
    left join named as known
        on
            {{ same_table('parts', 'known') }}
            and amounts.code = known.code
    where parts.code is null and parts.level = {{ level }} and parts.amount_cny <> 0 and known.ledger_id is null
    group by parts.ledger_id
    having count(*) = 1
){% if not loop.last %},{% endif %}

{% endfor %}
{% for level in [1, 2, 3] %}
select {{ enters('named_row_bears_name_of_code', 'coded_ledger_id', 'ledger_id') }}
from level_{{ level }}
where is_comparable
{{ 'union all' if not loop.last }}
{% endfor %}
