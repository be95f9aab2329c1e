{# Every name of an organisation or department that any extracted row carries, with the years it is seen in. #}
{% set relations = [
    'statement_lines', 'projects', 'indicators', 'scores', 'headcounts'
] %}

with named as (
    {% for relation in relations %}
    select document_id, organisation, department, fiscal_year
    from {{ source('extracted', relation) }}
    union
    {% endfor %}
    select document_id, organisation, cast(null as string) as department, fiscal_year
    from {{ source('extracted', 'documents') }}
    where duplicate_of is null
    union
    select organisations.document_id, organisations.organisation, organisations.department, documents.fiscal_year
    from {{ source('extracted', 'organisations') }} as organisations
    left join {{ source('extracted', 'documents') }} as documents
        on organisations.document_id = documents.document_id
),

seen as (
    select document_id, organisation, department, fiscal_year from named
    union
    select document_id, department as organisation, department, fiscal_year from named
)

select
    document_id,
    organisation,
    max(department) as department,
    min(fiscal_year) as first_year,
    max(fiscal_year) as last_year
from seen
where organisation is not null
group by document_id, organisation
