{#
    What the words of a document say about it, as operands that are compared as texts: citations, names of codes, labels,
    tables of the contents. What a label should be, and what was found for a table, are operands of their own.
#}
with documents as (
    select
        document_id,
        coalesce(organisation, '') as organisation,
        coalesce(fiscal_year, 0) as fiscal_year,
        issuer_evidence_line,
        fiscal_year_evidence_line
    from {{ ref('dim_documents') }}
),

tables as (
    select document_id, table_number, min(page) as page, min(line) as line
    from {{ ref('fct_statement_lines') }}
    group by document_id, table_number
),

worded as (
    select
        citation_id as operand_id, 'citation' as source, document_id, table_number, row_number, column_number, page, line,
        coalesce(title_as_printed, number_as_printed) as subject,
        concat_ws('|', title, number) as stable_subject,
        coalesce('《' || title_as_printed || '》', '') || coalesce('（' || number_as_printed || '）', '') as text
    from {{ ref('fct_citations') }}

    union all

    select
        mention_id, 'code_mention', document_id, null, null, null, page, line,
        concat_ws(' ', code, name_as_printed),
        concat_ws('|', cast(level as string), code, name_as_printed),
        name_as_printed
    from {{ ref('fct_code_mentions') }}

    union all

    select
        label_id, 'label', document_id, table_number, row_number, column_number, page, line,
        words,
        concat_ws('|', kind, words),
        label_as_printed
    from {{ ref('fct_labels') }}

    union all

    select
        labels.label_id || ':meant', 'label', labels.document_id, null, null, null, labels.page,
        case labels.kind
            when 'issuer' then coalesce(documents.issuer_evidence_line, labels.line)
            when 'fiscal_year' then coalesce(documents.fiscal_year_evidence_line, labels.line)
            when 'plan_year' then coalesce(documents.fiscal_year_evidence_line, labels.line)
            else labels.line
        end,
        labels.words,
        concat_ws('|', labels.kind, labels.words, 'meant'),
        labels.label_meant
    from {{ ref('fct_labels') }} as labels
    inner join documents on labels.document_id = documents.document_id

    union all

    select
        announcement_id, 'contents', document_id, null, null, null, page, line, title_as_printed, title, title_as_printed
    from {{ ref('fct_announced_tables') }}

    union all

    select
        announced.announcement_id || ':found', 'contents', announced.document_id, null, null, null,
        coalesce(tables.page, announced.page), coalesce(tables.line, announced.line),
        announced.title_as_printed, announced.title,
        case when announced.found_as is not null then announced.title_as_printed end
    from {{ ref('fct_announced_tables') }} as announced
    left join tables
        on
            announced.document_id = tables.document_id
            and announced.found_table_number = tables.table_number
),

placed as (
    select
        worded.*,
        documents.organisation,
        documents.fiscal_year
    from worded
    inner join documents on worded.document_id = documents.document_id
)

{{ operand(
    'placed',
    lacks=['ledger_id', 'statement_kind', 'value', 'half_unit', 'value_unit'],
    table_number='cast(table_number as integer)',
    row_number='cast(row_number as integer)',
    column_number='cast(column_number as integer)',
    stable_subject="concat_ws('|', source, stable_subject)"
) }}
