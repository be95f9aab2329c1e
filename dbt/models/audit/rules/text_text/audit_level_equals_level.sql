{#
    Identity 10: an indicator of the place that the text states twice with its growth (工业投资 … 亿元，同比增长 …) came to
    one amount. Bounds (约, 以上) are left open. The words before it are the same but for the year and the place. Money of
    a government is left: the words do not tell of the whole place or of its own level.
#}
with stated as ({{ stated_of_the_place('levels') }}),

levels as (
    select * from stated
    where role = 'level' and amount_cny is not null
)

{{ usual_of('level_equals_level', 'levels', 'amount_cny', ['document_id', 'organisation', 'fiscal_year', 'horizon', 'words', 'whole']) }}
