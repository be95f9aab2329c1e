{# Derived from dagster_project/extraction/knowledge/audit.yml by `python -m dagster_project.derived`; do not edit. #}
{% macro audit_words() %}
    {{ return({
        'yuan': ['元'],
        'thousand_yuan': ['千元'],
        'ten_thousand_yuan': ['万元'],
        'hundred_million_yuan': ['亿元'],
        'persons': ['人'],
        'vehicles': ['辆'],
        'points': ['分'],
        'pieces': ['个'],
        'counters': ['%', '％', '个', '家', '次', '人', '人次', '名', '份', '场', '场次', '期', '台', '套', '台（套）', '辆', '项', '件', '条', '篇', '张', '本', '户', '天', '日', '周', '月', '年', '小时', '吨', '公里', '平方米'],
        'procured_goods': ['^([一二三四][、.])?货物A?$'],
        'procured_works': ['^([一二三四][、.])?工程B?$'],
        'procured_services': ['^([一二三四][、.])?服务C?$'],
        'satisfaction': ['满意度'],
        'counters_of_things': ['个', '项', '家', '户', '件', '台', '套'],
        'counters_of_persons': ['人', '名'],
        'counters_of_days': ['天', '日'],
        'income': ['收入'],
        'own_level': ['本级'],
        'expenditure': ['支出'],
        'basic_expenditure': ['基本支出'],
        'project_expenditure': ['项目支出'],
        'executed': ['执行'],
        'carried_over': ['结转', '结余', '余额'],
        'carried_project': ['(上年|以前年度|年初)?(结转|结余)(资金|项目)?$'],
        'total_row': ['^(合计|总计|小计|共计)$'],
        'part_of_another': ['(^|/ ?)其中[^/]*$|扣除|剔除|不含'],
        'sample': ['重点'],
        'no_name': ['^[*＊—－…./]+$'],
        'project': ['项目'],
        'quantity': ['数量'],
        'number': ['数'],
        'rate': ['率'],
        'rates_of_a_whole': ['(合格|通过|覆盖|及时|准确|达标|符合|合规|规范|受理|办结|参与|知晓|完好|整改|答复|回复|到位|出勤|落实|应用|普及|录用|出席)率$|满意(度|率)$'],
        'execution_rate': ['^(部门|单位|整体|项目|年度|全年|支出)*(预算|资金|预算资金)(支出)?执行率$'],
        'cost': ['成本'],
        'cost_ceiling': ['控制数'],
        'cost_of_a_whole': ['控制数|控制额|控制金额|预算金额|预算规模|总成本|预算总额|^(成本控制|项目成本|预算成本|项目成本金额)$'],
        'money_spent': ['预算', '成本', '支出', '经费'],
        'calculation_basis': ['测算依据'],
        'extra_points': ['加分', '减分', '扣分', '附加'],
        'outside_staff_rate': ['编外人员控制率'],
        'all_staff': ['在编+编外'],
        'money_of_a_government': ['预算|财政|税收|基金|债务|余额|结余|支出|^(收入|补助|安排)'],
        'years_and_places': ['20\\d\\d年度?|[我本全][省市区县]|年度|全年'],
        'year_before': ['上年|去年|上一年|同期'],
        'immaterial': ['的'],
        'before_names': ['为', '是'],
        'notices_of_money': ['(下达|拨付|分配|批复|追加|收回|清算).*(通知|批复|函)$'],
        'notices_of_each_year': ['(编制|编报|开展|做好|报送|申报|组织|上报|布置|填报|征集|公布|公开).*通知$'],
        'common_words': ['和', '及', '与', '发展', '有关', '相关', '若干', '进一步', '加快', '促进', '推进', '推动', '加强'],
        'bases_of_changes': ['执行', '决算', '预算', '预计', '调整', '批复', '快报'],
        'sets_against': ['[比较与]'],
        'rates_of_change': ['增|减|[升降]|变[动化]|差异率|[±]'],
        'rates_of_plan': ['执行|完成|进度|占.*预算'],
        'initial_plans': ['年初|期初'],
        'on_another_basis': ['口径|可比|扣除|剔除|还原|不含|不考虑'],
        'reorganised': ['机构(改革|调整|合并|撤并|职能)|职能(调整|划转)|划转|划入|划出|转隶|合并|撤销|撤并|新增单位|口径'],
    }) }}
{% endmacro %}

{# A word or pattern by its name; of a list, any of its words. #}
{% macro words(name) -%}
    {{ _words(name) | join('|') }}
{%- endmacro %}

{# The words of a list, each between quotes, as behind `in`. #}
{% macro quoted_words(name) -%}
    '{{ _words(name) | join("', '") }}'
{%- endmacro %}

{% macro _words(name) %}
    {%- if name not in audit_words() -%}
        {%- do exceptions.raise_compiler_error(name ~ ' is no entry of dagster_project/extraction/knowledge/audit.yml') -%}
    {%- endif -%}
    {{ return(audit_words()[name]) }}
{% endmacro %}
