{#
    Identity 20: a table that the contents announce is in the document, or said there to be empty. Where most of them are
    missing, the tables were published apart; where something was not read, they may stand there, and a table without a
    title may be the one.
#}
with announced as (
    select
        *,
        sum(case when found_as is null then 1 else 0 end) over (partition by document_id) as missing,
        count(*) over (partition by document_id) as announced
    from {{ ref('fct_announced_tables') }}
)

select {{ enters('announced_table_is_present', 'announced.announcement_id', "announced.announcement_id || ':found'") }}
from announced
left join {{ ref('audit_unread') }} as unread on announced.document_id = unread.document_id
where 2 * announced.missing <= announced.announced and unread.document_id is null
