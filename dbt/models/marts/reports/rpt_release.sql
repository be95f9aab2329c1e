{# One row; the name and time of the release come from who builds it, so that the models read no clock. #}
{% set counted = {
    'documents': 'dim_documents', 'statement_lines': 'fct_statement_lines', 'expenditure_rows': 'fct_expenditure',
    'projects': 'fct_projects', 'indicators': 'fct_indicators', 'numbers_seen': 'fct_ledger', 'issues': 'fct_issues',
    'findings': 'fct_findings'
} %}
select
    cast('{{ env_var("YUSUAN_RELEASE_ID", var("release_id", "development")) }}' as string) as release_id,
    cast({{ "'" ~ env_var("YUSUAN_BUILT_AT", var("built_at", "")) ~ "'" }} as string) as built_at,
    (select max(extractor_version) from {{ everywhere('dim_documents', 'extractor_version') }}) as extractor_version,
    {% for name, model in counted.items() %}
    cast((select count(*) from {{ everywhere(model, 'document_id') }}) as integer) as {{ name }},
    {% endfor %}
    cast((select count(*) from {{ everywhere('fct_ledger', 'disposition') }} where disposition = 'unmapped') as integer) as unmapped
