// SPDX-License-Identifier: MIT
// What the invented network would hand over in one half-year, as the files a user imports. Every figure is
// drawn from the ids it belongs to, so the files are the same wherever they are made.
#pragma once

#include <string>
#include <vector>

#include "app/demo_cast.hpp"
#include "criteria/set.hpp"

namespace orienta::demo {

struct File {
  std::string name;
  std::string text;      ///< CSV
  std::string set = {};  ///< of a survey
};

/// The sets of the network, by what they are asked for.
struct Sets {
  const CriteriaSet* ladder = nullptr;     ///< levels-of-service
  const CriteriaSet* people = nullptr;     ///< front-staff
  const CriteriaSet* standards = nullptr;  ///< service-standards
  const CriteriaSet* clients = nullptr;    ///< client-satisfaction
};

/// What is looked at in this half: everything in the first, some branches in the second.
bool is_looked_at(const Branch& branch, Half half);

/// How good `unit` is at the criterion: about 0 to 1. A better unit is better at everything, and nothing gets
/// worse from the first half to the second.
double quality(const std::string& unit, double strength, const Criterion& criterion);

/// id,kind,title,place,date,expires: what the answers of this half may name.
File evidence_file(const Sets& sets, Half half);
/// What branches and the head office say of themselves, and what auditors saw and found.
File practice_file(const Sets& sets, Half half);
/// What employees, their leaders, colleagues, auditors and a mystery shopper say of employees.
File people_file(const Sets& sets, Half half);
/// Figures of operations by month.
File measures_file(const Sets& sets, Half half);
/// What clients say of branches, and of employees: counted, nobody named.
File branch_clients_file(const Sets& sets, Half half);
File staff_clients_file(const Sets& sets, Half half);
/// Where the network wants to be; a few units and one role differ.
File targets_file();

}  // namespace orienta::demo
