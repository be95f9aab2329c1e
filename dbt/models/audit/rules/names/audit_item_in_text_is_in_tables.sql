{#
    Identity 20: an 项 that the text states an amount for, and that no table prints, stands against the only one printed
    below its 款. A glossary may explain what has no money, a line that states a zero is of what the tables leave out.
#}
with lone_items as (
    select document_id, substr(code, 1, 5) as code_above, min(code) as code
    from {{ ref('audit_code_names') }}
    where length(code) = 7
    group by document_id, substr(code, 1, 5)
    having count(distinct code) = 1
)

select {{ enters('item_in_text_is_in_tables', 'mentions.mention_id', 'names.ledger_id') }}
from {{ ref('audit_code_mentions') }} as mentions
inner join lone_items
    on
        mentions.document_id = lone_items.document_id
        and coalesce(mentions.code_above, substr(mentions.code, 1, 5)) = lone_items.code_above
inner join {{ ref('audit_code_names') }} as names
    on lone_items.document_id = names.document_id and lone_items.code = names.code
where
    mentions.level = 3
    and mentions.states_amount
    and (
        (mentions.code is null and names.choice = 1)
        or mentions.name_as_printed = names.name_as_printed
    )
