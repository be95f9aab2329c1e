{#
    Tables that are closed in themselves and meet nothing else: their own sums hold, and of what they print that another
    table or the text prints too, two figures at least differ and more differ than agree. A figure counts where it stands
    alone on its side of a check; one that differs by what rounding nearly explains agrees.
#}
with places as (
    select
        operand_id,
        document_id,
        case when source = 'statement' then table_number end as table_number,
        value
    from {{ ref('audit_operands') }}
),

entering as (
    select
        checks.rule_id,
        checks.anchor_id,
        checks.document_id,
        checks.is_passed,
        checks.is_passed or {{ is_of_rounding('checks') }} as agrees,
        checks.operands,
        anchors.table_number as anchor_table,
        anchors.value as anchor_value,
        places.operand_id as part_id,
        places.table_number as part_table,
        places.value as part_value
    from {{ ref('audit_checks') }} as checks
    inner join {{ ref('audit_addends') }} as addends
        on checks.rule_id = addends.rule_id and checks.anchor_id = addends.anchor_id and addends.role <> 'evidence'
    inner join places as anchors on checks.anchor_id = anchors.operand_id
    inner join places on addends.part_id = places.operand_id and checks.document_id = places.document_id
    where
        checks.comparison = 'equal' and checks.value_unit = '{{ words('yuan') }}' and not checks.is_doubtful
        and checks.actual_value <> 0
),

{# A figure that stands alone against what is printed elsewhere. #}
met as (
    select distinct document_id, anchor_table as table_number, anchor_id as figure_id, anchor_value as value, agrees
    from entering
    where anchor_table is not null and part_table is distinct from anchor_table
    union
    select distinct document_id, part_table as table_number, part_id as figure_id, part_value as value, agrees
    from entering
    where part_table is not null and operands = 1 and anchor_table is distinct from part_table and part_value <> 0
),

outside as (
    select
        document_id,
        table_number,
        count(distinct case when not agrees then value end) as differing,
        count(distinct case when agrees then value end) as agreeing
    from met
    group by document_id, table_number
),

sums as (
    select
        document_id,
        rule_id,
        anchor_id,
        anchor_table as table_number,
        max(case when is_passed then 1 else 0 end) as is_passed
    from entering
    where operands > 1
    group by document_id, rule_id, anchor_id, anchor_table
    having min(coalesce(part_table, 0)) = anchor_table and max(coalesce(part_table, 0)) = anchor_table
),

inside as (
    select
        document_id,
        table_number,
        sum(is_passed) as holding,
        sum(1 - is_passed) as failing
    from sums
    group by document_id, table_number
)

select outside.document_id, outside.table_number, outside.differing
from outside
inner join inside on {{ same_table('outside', 'inside') }}
where
    outside.differing > 1 and outside.differing > 2 * outside.agreeing
    and inside.holding > 0 and inside.failing = 0
