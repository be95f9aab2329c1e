with results as (
    select
        rule_id,
        count(*) as documents,
        sum(tested) as tested,
        sum(passed) as passed,
        sum(failed) as failed,
        sum(case when tested = 0 then 1 else 0 end) as untested
    from {{ everywhere('fct_rule_results', 'rule_id, tested, passed, failed') }}
    group by rule_id
)

select
    rules.rule_id,
    rules.identity,
    rules.class,
    rules.severity,
    rules.confidence,
    rules.comparison,
    rules.tolerance,
    rules.applies_to,
    rules.title_zh,
    rules.title_en,
    cast(coalesce(results.documents, 0) as integer) as documents,
    cast(coalesce(results.tested, 0) as integer) as tested,
    cast(coalesce(results.passed, 0) as integer) as passed,
    cast(coalesce(results.failed, 0) as integer) as failed,
    cast(coalesce(results.untested, 0) as integer) as untested,
    case
        when results.failed > 0 then 'failed'
        when results.tested > 0 then 'passed'
        else 'never applied'
    end as status
from {{ ref('dim_rules') }} as rules
left join results on rules.rule_id = results.rule_id
order by class, rule_id
