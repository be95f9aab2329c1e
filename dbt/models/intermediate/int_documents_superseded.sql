{#
    Documents that a later issue replaces: of the same body, kind, scope and year, published later, and holding every
    statement and project that the earlier one holds. A later part (one table, one project) replaces nothing.
#}
with held as (
    select distinct document_id, statement_kind as content from {{ source('extracted', 'statement_lines') }}
    union
    select distinct document_id, statement_kind || ':' || project_name from {{ source('extracted', 'projects') }}
    where project_name is not null
),

documents as (
    select document_id, region_code, organisation, document_kind, document_scope, fiscal_year, published_on
    from {{ source('extracted', 'documents') }}
    where duplicate_of is null and organisation is not null and fiscal_year is not null
),

pairs as (
    select older.document_id, newer.document_id as newer_id, newer.published_on
    from documents as older
    inner join documents as newer
        on
            older.region_code is not distinct from newer.region_code
            and older.organisation = newer.organisation
            and older.document_kind = newer.document_kind
            and older.document_scope is not distinct from newer.document_scope
            and older.fiscal_year = newer.fiscal_year
            and older.published_on < newer.published_on
),

kept as (
    select
        pairs.document_id,
        pairs.newer_id,
        pairs.published_on,
        count(older.content) as contents,
        count(newer.content) as contents_kept
    from pairs
    left join held as older on pairs.document_id = older.document_id
    left join held as newer on pairs.newer_id = newer.document_id and older.content = newer.content
    group by pairs.document_id, pairs.newer_id, pairs.published_on
)

select
    document_id,
    max_by(newer_id, published_on || newer_id) as superseded_by
from kept
where contents = contents_kept
group by document_id
