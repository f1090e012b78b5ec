list(APPEND norma_units value/cause value/cause_gatherer value/date value/duration value/number
     value/partial value/time value/value)
list(APPEND norma_headers value/number_steps value/truth)
