select distinct
    document_id,
    document_file,
    code,
    severity,
    table_number,
    row_number,
    page,
    line,
    message,
    unread,
    unread_count
from (
    select * from {{ source('extracted', 'issues') }}
    union all
    select * from {{ source('judged', 'issues') }}
) as issues

union all

select
    cast(null as string) as document_id,
    'findings_review.yml' as document_file,
    'review_failed' as code,
    'warning' as severity,
    cast(null as integer) as table_number,
    cast(null as integer) as row_number,
    cast(null as integer) as page,
    line,
    problem as message,
    cast(null as string) as unread,
    cast(null as integer) as unread_count
from {{ ref('fct_finding_verdicts') }}
where not is_applied

union all

select distinct
    cast(null as string) as document_id,
    file as document_file,
    code,
    severity,
    cast(null as integer) as table_number,
    cast(null as integer) as row_number,
    cast(null as integer) as page,
    line,
    problem as message,
    cast(null as string) as unread,
    cast(null as integer) as unread_count
from {{ source('stated', 'stated_problems') }}

order by document_file, line, table_number, row_number, code, message
