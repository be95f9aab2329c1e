{#
    Documents of which something could not be read, or not for certain: what is missing may stand there. Figures in lines of
    text, where no table was found, are of tables that were not read; a table of money without a title may be any.
#}
select distinct document_id
from {{ source('extracted', 'issues') }}
where
    code in ('ocr_needed', 'low_confidence')
    or severity = 'error'
    or (code = 'unmapped_number' and table_number is null)
union
select document_id
from {{ source('judged', 'issues') }}
where severity = 'error'
union
select tables.document_id
from {{ source('extracted', 'tables') }} as tables
left join {{ ref('dim_statements') }} as statements on tables.statement_kind = statements.statement_kind
where
    tables.kind_basis <> 'title'
    and coalesce(statements.family, 'unknown') not in ('contents', 'indicators', 'projects', 'scores')
