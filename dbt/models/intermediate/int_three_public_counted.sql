{# Three-public expenditure in yuan, with what may be summed; of several printings the first. #}
with rows as (
    select
        *,
        row_number() over (
            partition by document_id, organisation, fiscal_year, phase
            order by table_number nulls last, row_number nulls last
        ) as printing
    from {{ ref('int_three_public_rows_pivoted') }}
)

select
    rows.document_id,
    rows.table_number,
    rows.row_number,
    rows.page,
    rows.line,
    rows.statement_kind,
    rows.organisation_id,
    rows.organisation,
    rows.department_id,
    rows.department,
    rows.fiscal_year,
    rows.phase,
    {% for name in three_public_measures() %}
    {{ money('rows.' ~ name ~ '_cny') }} as {{ name }}_cny,
    {% endfor %}
    rows.consolidation,
    rows.is_comparative,
    basis.document_id is not null and rows.printing = 1 and rows.reading_status <> 'doubtful' as is_additive,
    {% for name in three_public_measures() %}
    rows.{{ name }}_ledger_id,
    rows.{{ name }}_operand_ids,
    {% endfor %}
    {{ sorted_words("concat_ws(' ', rows." ~ three_public_measures() | join("_operand_ids, rows.") ~ "_operand_ids)") }} as operand_ids,
    rows.reading_status
from rows
left join {{ ref('int_three_public_basis') }} as basis
    on {{ in_basis('rows', 'basis') }}
