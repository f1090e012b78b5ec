// SPDX-License-Identifier: Apache-2.0
#pragma once

// The JSON Schema of reports: facts, causes, distances, remedies.

#include <string_view>  // std::string_view

namespace norma::report_detail {

inline constexpr std::string_view schema_of_facts = R"json(    "cause_of_node": {
      "description": "Why a node is undetermined.",
      "type": "object",
      "properties": {
        "kind": {
          "enum": [
            "missing",
            "pending",
            "expired",
            "disagreement",
            "dated_later",
            "recorded_later",
            "data_error"
          ]
        },
        "words": {"$ref": "#/$defs/text"},
        "fact": {
          "type": "string",
          "description": "Its name; of one in a list with place and field (`members[3].contract_due_count`)."
        },
        "case": {"type": "string", "description": "pending: what is waited for."},
        "date": {"type": "string", "description": "expired: the day of the evidence."},
        "held_until": {"type": "string", "description": "expired: the last day on which it held."},
        "opinions": {"type": "string", "description": "disagreement: who said what."},
        "recorded": {"type": "string", "description": "recorded_later: the day of the record."},
        "detail": {"type": "string"},
        "code": {"type": "string", "description": "data_error: its code in the catalogue of messages."},
        "arguments": {
          "description": "data_error: what the message is filled with. disagreement: the opinions in words.",
          "type": "array",
          "items": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/text"}]}
        }
      },
      "required": ["kind", "words"],
      "additionalProperties": false
    },
    "cause": {
      "description": "Why a value is unknown.",
      "type": "object",
      "properties": {
        "kind": {
          "enum": [
            "missing",
            "pending",
            "expired",
            "disagreement",
            "dated_later",
            "recorded_later",
            "data_error"
          ]
        },
        "fact": {
          "type": "string",
          "description": "Its name; of one in a list with place and field (`members[3].contract_due_count`)."
        },
        "case": {"type": "string", "description": "pending: what is waited for."},
        "date": {"type": "string", "description": "expired: the day of the evidence."},
        "held_until": {"type": "string", "description": "expired: the last day on which it held."},
        "opinions": {"type": "string", "description": "disagreement: who said what."},
        "recorded": {"type": "string", "description": "recorded_later: the day of the record."},
        "detail": {
          "type": "string",
          "description": "missing: of a list that is not whole, how many elements were not given."
        },
        "code": {"type": "string", "description": "data_error: its code in the catalogue of messages."},
        "arguments": {
          "description": "data_error: what the message is filled with. disagreement: the opinions in words.",
          "type": "array",
          "items": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/text"}]}
        }
      },
      "required": ["kind"],
      "additionalProperties": false
    },
    "fact": {
      "description": "A fact as it held on the two days, with the evidence for it.",
      "type": "object",
      "properties": {
        "fact": {"type": "string"},
        "value": {
          "description": "null: unknown, and `unknown` says why.",
          "anyOf": [{"$ref": "#/$defs/value"}, {"type": "null"}]
        },
        "unit": {"anyOf": [{"type": "string", "description": "Unit of measure."}, {"type": "null"}]},
        "shown": {"$ref": "#/$defs/text"},
        "by": {"anyOf": [{"type": "string", "description": "Who says so."}, {"type": "null"}]},
        "date": {"anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]},
        "document": {
          "anyOf": [{"type": "string", "description": "The document it rests on."}, {"type": "null"}]
        },
        "recorded": {"anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]},
        "unknown": {"type": "array", "items": {"$ref": "#/$defs/cause"}},
        "scale": {"description": "Decimals to print; 0 if absent.", "type": "integer"}
      },
      "required": ["fact", "value", "unit", "shown", "by", "date", "document", "recorded"],
      "additionalProperties": false,
      "if": {"properties": {"value": {"type": "null"}}},
      "then": {"required": ["unknown"]},
      "else": {"not": {"required": ["unknown"]}}
    },
    "value": {
      "description": "Truth values, numbers, texts and days (as strings) stand for themselves; a period is `{from, to}`, `to` null where it has no end; known to be absent is `{none: true}`; in a list or record an unknown is `{unknown: [causes]}`; a list of more than 100 elements is `{count, first}` with its first ten, a list of units `{count}`; other objects are records, field by field; a text or record that would be read as one of these is `{text}`, `{record}`.",
      "anyOf": [
        {"type": ["boolean", "number", "string"]},
        {"type": "array", "items": {"$ref": "#/$defs/value"}},
        {
          "type": "object",
          "additionalProperties": {
            "anyOf": [
              {"$ref": "#/$defs/value"},
              {"type": "array", "items": {"$ref": "#/$defs/cause"}},
              {"type": "null"}
            ]
          }
        }
      ]
    },
    "distance": {
      "description": "From the fact to the nearest value of it that passes, on its step.",
      "type": "object",
      "properties": {
        "fact": {"type": "string"},
        "by": {
          "description": "0 just passes, positive is slack, negative shortfall.",
          "$ref": "#/$defs/number"
        },
        "unit": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "shown": {"description": "The amount without its sign.", "$ref": "#/$defs/text"},
        "too_high": {"description": "What passes lies below the fact.", "type": "boolean"}
      },
      "required": ["fact", "by", "unit", "shown", "too_high"],
      "additionalProperties": false
    },
    "remedy": {
      "description": "A least change after which no part fails.",
      "type": "object",
      "properties": {
        "gives": {"enum": ["pass", "undetermined"]},
        "changes": {"type": "array", "items": {"$ref": "#/$defs/change"}},
        "requirements": {
          "description": "In words, where no single fact is to change.",
          "type": "array",
          "items": {"$ref": "#/$defs/text"}
        },
        "not_before": {
          "description": "The first day, where only time can mend it.",
          "anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]
        }
      },
      "required": ["gives", "changes", "requirements", "not_before"],
      "additionalProperties": false
    },
    "change": {
      "type": "object",
      "properties": {
        "fact": {"type": "string"},
        "from": {"$ref": "#/$defs/value"},
        "to": {"$ref": "#/$defs/value"},
        "unit": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "shown": {
          "type": "object",
          "properties": {
            "from": {"$ref": "#/$defs/text"},
            "to": {"$ref": "#/$defs/text"},
            "by": {"anyOf": [{"$ref": "#/$defs/text"}, {"type": "null"}]}
          },
          "required": ["from", "to", "by"],
          "additionalProperties": false
        },
        "scale": {"type": "integer"}
      },
      "required": ["fact", "from", "to", "unit", "shown"],
      "additionalProperties": false
    },
)json";

}  // namespace norma::report_detail
