{#
    The names of codes in the text, each where it first stands; a 类 under its former name has the code of that name
    (医疗卫生与计划生育支出). `is_alike`: the tables print the name, cut short or in full, behind other words of its
    sentence (其余为住房保障支出) or without what it has in brackets, or the text puts that of the 款 before it.
#}
with mentions as (
    select
        *,
        {{ comparable_code_name('name_as_printed') }} as name_key,
        row_number() over (
            partition by document_id, level, code, code_above, name_as_printed, states_amount
            order by sequence nulls last, span_start nulls last
        ) as choice
    from {{ ref('fct_code_mentions') }}
),

former as (
    select function_code, {{ comparable_code_name('older_name') }} as name_key
    from {{ ref('function_codes') }}
    where level = 1 and older_name is not null
),

known as (
    select
        mentions.document_id,
        mentions.mention_id,
        mentions.sequence,
        mentions.span_start,
        mentions.level,
        mentions.name_as_printed,
        mentions.name_key,
        mentions.code as code_of_tables,
        coalesce(mentions.code, former.function_code) as code,
        mentions.code_above,
        mentions.states_amount
    from mentions
    left join former
        on
            mentions.code is null
            and mentions.level = 1
            and length(mentions.name_key) >= 3
            and former.name_key like mentions.name_key || '%'
    where mentions.choice = 1
),

alike as (
    select distinct known.mention_id
    from known
    inner join {{ ref('audit_code_names') }} as names
        on known.document_id = names.document_id and known.code = names.code
    left join {{ ref('audit_code_names') }} as above
        on known.document_id = above.document_id and above.code = substr(known.code, 1, 5)
    where
        known.name_key like names.name_key || '%'
        or names.name_key like known.name_key || '%'
        or known.name_key = above.name_key || names.name_key
        {% for word in words('before_names').split('|') %}
        or known.name_key like '%{{ word }}' || names.name_key
        {% endfor %}
        or known.name_key = {{ comparable_code_name(replace_all('names.name_as_printed', '[（(][^（）()]*[）)]', '')) }}
)

select
    known.*,
    alike.mention_id is not null as is_alike,
    row_number() over (
        partition by known.document_id, known.code, known.name_as_printed
        order by known.sequence nulls last, known.span_start nulls last
    ) as choice
from known
left join alike on known.mention_id = alike.mention_id
