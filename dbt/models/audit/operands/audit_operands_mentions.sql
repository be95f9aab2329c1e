{# Figures of the text that a table prints too, as operands; points that follow from a rate carry its rounding. #}
with mentions as (
    select
        mentions.*,
        documents.organisation,
        documents.fiscal_year
    from {{ ref('fct_mentions') }} as mentions
    left join {{ ref('dim_documents') }} as documents on mentions.document_id = documents.document_id
)

{{ operand(
    'mentions', 'mention',
    lacks=['ledger_id', 'statement_kind'],
    operand_id=mention_operand_id('mentions'),
    subject='label_as_printed',
    stable_subject="concat_ws('|', 'mention', concerns, label_as_printed)",
    text="value_as_printed || coalesce(case when concerns = 'rule' then '%' else unit end, '')",
    value='number',
    half_unit="cast(case when concerns = 'rule' then 0.005 else 0 end as decimal(20, 6))",
    value_unit='unit'
) }}
