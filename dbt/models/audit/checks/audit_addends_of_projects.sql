{{ addends_of(['projects', 'self_evaluation', 'cost_control', 'heads']) }}
