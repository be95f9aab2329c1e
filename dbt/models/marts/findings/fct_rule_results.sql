{#
    What a document holds is named by the kinds and families of its statements and by the sources of its other operands;
    a rule could apply where one of the words of its `applies_to` is among them.
#}
with held as (
    select lines.document_id, lines.statement_kind as word
    from {{ ref('fct_statement_lines') }} as lines
    union
    select lines.document_id, statements.family as word
    from {{ ref('fct_statement_lines') }} as lines
    inner join {{ ref('dim_statements') }} as statements on lines.statement_kind = statements.statement_kind
    union
    select document_id, source as word
    from {{ ref('audit_operands') }}
    union
    select document_id, 'document' as word
    from {{ ref('dim_documents') }}
    where withheld_because is null
),

applicable as (
    select distinct rules.rule_id, held.document_id
    from {{ ref('dim_rules') }} as rules
    inner join held on '|' || rules.applies_to || '|' like '%|' || held.word || '|%'
),

made as (
    select
        rule_id,
        document_id,
        count(*) as tested,
        sum(case when is_passed then 1 else 0 end) as passed
    from {{ ref('audit_checks') }}
    where not is_doubtful
    group by rule_id, document_id
)

select
    coalesce(applicable.rule_id, made.rule_id) as rule_id,
    coalesce(applicable.document_id, made.document_id) as document_id,
    cast(coalesce(made.tested, 0) as integer) as tested,
    cast(coalesce(made.passed, 0) as integer) as passed,
    cast(coalesce(made.tested - made.passed, 0) as integer) as failed
from applicable
full outer join made on applicable.rule_id = made.rule_id and applicable.document_id = made.document_id
order by rule_id, document_id
