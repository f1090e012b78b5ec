list(APPEND norma_units value/cause value/date value/duration value/number value/time
     value/value)
list(APPEND norma_headers value/partial value/truth)
