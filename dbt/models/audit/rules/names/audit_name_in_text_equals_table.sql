{#
    Identity 20: a code bears in the text the name it bears in the tables. Another name stands against the one first
    printed, an equal one against its like; what is cut short, without 支出, or behind the name of its 款 is not compared.
#}
select {{ enters('name_in_text_equals_table', 'mentions.mention_id', 'names.ledger_id') }}
from {{ ref('audit_code_mentions') }} as mentions
inner join {{ ref('audit_code_names') }} as names
    on mentions.document_id = names.document_id and mentions.code = names.code
where
    mentions.choice = 1
    and (
        mentions.name_as_printed = names.name_as_printed
        or (not mentions.is_alike and names.choice = 1)
    )
