{#
    Identity 10: an indicator of the place that the text states twice with its growth (规上工业总产值 … 同比增长 …) grew
    once against one base. The words before its level are the same but for the year and the place. Money of a government
    is left: the words do not tell of the whole place or of its own level.
#}
with growths as ({{ stated_of_the_place('growths') }})

{{ usual_of(
    'growth_equals_growth', 'growths', 'value',
    ['document_id', 'organisation', 'fiscal_year', 'horizon', 'base_phase', 'words', 'whole']
) }}
