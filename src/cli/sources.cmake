list(APPEND norma_cli_sources main.cpp command_line.cpp wrong_words.cpp option_values.cpp byte_size.cpp help.cpp help_on_units.cpp
     help_on_packs.cpp console.cpp output.cpp spared_files.cpp
     packs.cpp text_table.cpp summary.cpp criterion.cpp check.cpp erring_facts.cpp check_many.cpp judged_by.cpp unit_files.cpp eval.cpp
     list.cpp show.cpp show_fact.cpp fact_uses.cpp show_layer.cpp show_scheme.cpp test.cpp
     template.cpp asked_facts.cpp schema.cpp
     bulk/check_facts.cpp bulk/input.cpp bulk/kinds.cpp bulk/units.cpp bulk/csv_units.cpp
     bulk/csv_cells.cpp bulk/clean_text.cpp bulk/json_units.cpp bulk/json_values.cpp
     bulk/unit_keys.cpp bulk/unit_sheet.cpp bulk/fact_column.cpp bulk/plain_values.cpp bulk/judge.cpp
     bulk/results.cpp bulk/summary.cpp bulk/progress.cpp bulk/missing_facts.cpp bulk/one_line.cpp
     bulk/other_form.cpp)

# Where the packs are while there is no installed copy beside the command.
set_source_files_properties(src/cli/packs.cpp PROPERTIES
  COMPILE_DEFINITIONS NORMA_SOURCE_RULES="${PROJECT_SOURCE_DIR}/rules")
