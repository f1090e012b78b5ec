list(APPEND norma_units analysis/rule_test)
