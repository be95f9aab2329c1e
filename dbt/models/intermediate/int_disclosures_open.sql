{#
    What keeps a document from being blamed for what it does not show: pages or pictures that were not read, figures in lines
    of text where no table was found, tables of money whose kind their titles do not tell, a line that leaves the tables to
    another file, words that something is secret.
#}
with issues as (
    select
        document_id,
        max(case
            when unread in ('pages', 'pictures', 'objects', 'hidden') or severity = 'error' then 1
            when code = 'unmapped_number' and table_number is null then 1
            else 0
        end) as is_unread,
        max(case when code = 'withheld_secret' then 1 else 0 end) as is_secret
    from {{ source('extracted', 'issues') }}
    group by document_id
),

untitled as (
    select distinct tables.document_id
    from {{ source('extracted', 'tables') }} as tables
    inner join {{ ref('int_statements_described') }} as statements on tables.statement_kind = statements.statement_kind
    where
        tables.kind_basis <> 'title'
        and coalesce(statements.family, 'unknown') not in ('contents', 'indicators', 'projects', 'scores')
),

elsewhere as (
    select
        document_id,
        min(words) as words
    from {{ source('extracted', 'disclosed_items') }}
    where shown_as = 'elsewhere'
    group by document_id
)

select
    documents.document_id,
    coalesce(issues.is_unread, 0) = 1 as is_unread,
    coalesce(issues.is_secret, 0) = 1 as is_secret,
    untitled.document_id is not null as has_untitled_tables,
    elsewhere.words as elsewhere_words
from {{ ref('int_documents_described') }} as documents
left join issues on documents.document_id = issues.document_id
left join untitled on documents.document_id = untitled.document_id
left join elsewhere on documents.document_id = elsewhere.document_id
