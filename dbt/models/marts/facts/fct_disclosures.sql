{#
    What was asked of each document and how it answers. An item is missing only where everything was read and the files
    of the disclosure (one organisation, year, kind and scope) show at least half of what is asked: of the tables, or of
    the notes in sentences; otherwise it may stand where we did not look. What needs money to be spoken of is asked where it was spent.
#}
with asked as (
    select
        required.*,
        items.part,
        items.has_tables,
        shown.status,
        shown.statement_kind,
        shown.table_number,
        shown.page,
        shown.line,
        shown.words,
        shown.explanation
    from {{ ref('int_disclosures_required') }} as required
    inner join {{ ref('disclosure_items') }} as items on required.item = items.item
    left join {{ ref('int_disclosures_shown') }} as shown
        on required.document_id = shown.document_id and required.item = shown.item
    left join {{ ref('int_money_spent') }} as spent
        on required.document_id = spent.document_id and items.money = spent.money
    where items.money is null or spent.money is not null or shown.item is not null
),

{# The other files of one disclosure. #}
together as (
    select
        asked.document_id,
        asked.item,
        min(others.document_id) as other_document_id
    from asked
    inner join asked as others
        on
            asked.organisation_id = others.organisation_id
            and asked.fiscal_year = others.fiscal_year
            and asked.document_kind = others.document_kind
            and asked.document_scope is not distinct from others.document_scope
            and asked.item = others.item
            and asked.document_id <> others.document_id
    where others.status is not null
    group by asked.document_id, asked.item
),

found as (
    select
        asked.*,
        together.other_document_id,
        count(case when asked.part = 'table' then asked.table_number end) over (partition by asked.document_id)
            as tables_here,
        count(
            case
                when asked.part = 'table' or asked.table_number is null
                    then coalesce(asked.status, together.other_document_id)
            end
        ) over (partition by asked.document_id, asked.part) as shown_in_all,
        count(case when asked.part = 'table' or asked.table_number is null then 1 end)
            over (partition by asked.document_id, asked.part) as asked_for
    from asked
    left join together on asked.document_id = together.document_id and asked.item = together.item
)

select
    found.document_id,
    found.item,
    found.obligation,
    case
        when found.status = 'present' or found.table_number is not null then found.status
        when found.has_tables and found.tables_here = 0 and whole.elsewhere_words is not null then 'in_another_file'
        when found.status is not null then found.status
        when found.other_document_id is not null then 'in_another_file'
        when whole.is_secret then 'withheld'
        when whole.is_unread or 2 * found.shown_in_all < found.asked_for then 'not_established'
        when found.has_tables and (whole.has_untitled_tables or whole.elsewhere_words is not null or found.tables_here = 0)
            then 'not_established'
        else 'missing'
    end as status,
    found.statement_kind,
    found.table_number,
    found.page,
    found.line,
    coalesce(found.words, case when found.has_tables then whole.elsewhere_words end) as words,
    found.explanation,
    found.other_document_id,
    found.citation
from found
inner join {{ ref('int_disclosures_open') }} as whole on found.document_id = whole.document_id
order by document_id, item
