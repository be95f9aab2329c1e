{# Figures of the text that a table prints too, as operands; points that follow from a rate carry its rounding. #}
with mentions as (
    select * from {{ ref('fct_mentions') }}
),

documents as (
    select document_id, organisation, fiscal_year from {{ ref('dim_documents') }}
)

select
    {{ mention_operand_id('mentions') }} as operand_id,
    cast(null as varchar) as ledger_id,
    'mention' as source,
    mentions.document_id,
    mentions.table_number,
    mentions.row_number,
    mentions.column_number,
    mentions.page,
    mentions.line,
    cast(null as varchar) as statement_kind,
    coalesce(documents.organisation, '') as organisation,
    coalesce(documents.fiscal_year, 0) as fiscal_year,
    '' as phase,
    mentions.label_as_printed as subject,
    concat_ws('|', 'mention', mentions.concerns, mentions.label_as_printed) as stable_subject,
    mentions.value_as_printed || coalesce(case when mentions.concerns = 'rule' then '%' else mentions.unit end, '') as text,
    mentions.number as value,
    cast(case when mentions.concerns = 'rule' then 0.005 else 0 end as decimal(20, 6)) as half_unit,
    mentions.unit as value_unit
from mentions
left join documents on mentions.document_id = documents.document_id
