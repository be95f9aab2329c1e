{{ addends_of(['projects', 'indicators', 'scores', 'self_evaluation', 'cost_control', 'heads']) }}
