{#
    Numbers of projects as operands: those that the prose states, and those of the forms that the document prints; and
    the money that the prose states for them, which bears the same words.
#}
with stated as (
    select
        stated_count_id || ':count' as operand_id,
        cast(null as string) as ledger_id,
        document_id,
        page,
        line,
        coalesce(organisation, '') as organisation,
        coalesce(fiscal_year, 0) as fiscal_year,
        kind,
        label_as_printed as text,
        count as value,
        0 as half_unit,
        '{{ words('pieces') }}' as value_unit
    from {{ ref('fct_stated_counts') }}
),

amounts as (
    select
        stated.stated_count_id || ':amount' as operand_id,
        operands.ledger_id,
        stated.document_id,
        stated.page,
        stated.line,
        coalesce(stated.organisation, '') as organisation,
        coalesce(stated.fiscal_year, 0) as fiscal_year,
        stated.kind || '_amount' as kind,
        stated.label_as_printed as text,
        operands.value,
        operands.half_unit,
        operands.value_unit
    from {{ ref('fct_stated_counts') }} as stated
    inner join {{ ref('audit_operands_prose') }} as operands on stated.amount_id = operands.operand_id
),

printed as (
    select
        concat_ws(':', forms.document_id, statements.project_source, 'printed') as operand_id,
        cast(null as string) as ledger_id,
        forms.document_id,
        min(forms.page) as page,
        min(forms.line) as line,
        min(coalesce(documents.organisation, '')) as organisation,
        min(coalesce(documents.fiscal_year, 0)) as fiscal_year,
        statements.project_source as kind,
        min(forms.source_table) as text,
        count(distinct forms.table_number) as value,
        0 as half_unit,
        '{{ words('pieces') }}' as value_unit
    from {{ ref('fct_projects') }} as forms
    inner join {{ ref('dim_statements') }} as statements on forms.statement_kind = statements.statement_kind
    inner join {{ ref('dim_documents') }} as documents on forms.document_id = documents.document_id
    where statements.project_source in ('forms', 'self_evaluations')
    group by forms.document_id, statements.project_source
)

{% for counts in ['stated', 'amounts', 'printed'] %}
{{ operand(
    counts, 'count',
    lacks=['table_number', 'row_number', 'column_number', 'statement_kind'],
    subject='text',
    stable_subject="concat_ws('|', 'count', organisation, cast(fiscal_year as string), kind)"
) }}
{{ 'union all' if not loop.last }}
{% endfor %}
