{{ addends_of(['self_evaluation', 'cost_control', 'heads']) }}
