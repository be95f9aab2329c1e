{#
    Identity 10: an amount stated in the text is one that the tables print for its topic or function code. Said again in
    the same paragraph, it is one statement. A number that stands in a table that nobody read is not held against others,
    nor that there is none of a code: the text may speak of one fund.
#}
{% set topics = "topic <> 'project' and not coalesce(is_of_one_fund, false) and (topic <> 'function' or amount_cny <> 0)" %}
{{ set_against_nearest('text_equals_table', topics) }}
