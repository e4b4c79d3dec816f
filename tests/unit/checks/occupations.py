"""Six made-up sheets for the passages: growing and shrinking, hardly and much exposed."""

from __future__ import annotations

from typing import Any

from writer.domain.facts import FactSheet
from writer.sources.sheet_json import parse_sheet

BOTH = ["aei", "onet"]


def _sheet(
    code: str,
    name: str,
    figures: tuple[float, ...],
    tasks: dict[str, int],
    peers: dict[str, int],
    tools: dict[str, str] | None = None,
) -> FactSheet:
    now, later, growth, openings, wage, exposure, outlook = figures
    zero, high = sum(p == 0 for p in tasks.values()), sum(p >= 50 for p in tasks.values())
    rows: list[tuple[Any, ...]] = [
        ("employment_2024", "people employed", now, "persons", "2024", "bls-ep"),
        ("employment_2034", "projected employment", later, "persons", "2034", "bls-ep"),
        ("growth_pct", "projected job growth", growth, "percent", "2024–2034", "bls-ep"),
        ("annual_openings", "annual job openings", openings, "openings/year", "2024–2034 average", "bls-ep"),
        ("median_wage", "median annual wage", wage, "usd/year", "2024", "bls-oews"),
        ("tasks_total", "core tasks analysed", len(tasks), "tasks", "current", "onet"),
        ("tasks_zero", "tasks at 0% AI penetration", zero, "tasks", "current", "aei"),
        ("tasks_high", "tasks at 50% AI penetration or more", high, "tasks", "current", "aei"),
        ("exposure_pct", "AI exposure score", exposure, "percent", "current", "aei"),
        ("outlook_score", "career outlook score", outlook, "points out of 100", "current", "outlook"),
        ("avg_growth", "projected employment growth, all occupations", 3.1, "percent", "2024–2034", "bls-ep"),
        ("us_median_wage", "median annual wage, all occupations", 49500, "usd/year", "2024", "bls-oews"),
    ]
    keys = ("id", "label", "value", "unit", "period", "source")
    facts = [{**dict(zip(keys, row, strict=True)), "also_credited_to": BOTH} for row in rows]
    return parse_sheet(
        {
            "subject": {"id": code, "name": name},
            "facts": facts,
            "tasks": [
                {"id": f"t{number}", "text": text, "penetration_percent": percent, "also_credited_to": BOTH}
                for number, (text, percent) in enumerate(tasks.items(), 1)
            ],
            "comparators": [
                {
                    "name": peer,
                    "facts": [
                        {
                            "id": f"cmp.{peer}",
                            "label": "career outlook score",
                            "value": value,
                            "unit": "points out of 100",
                            "source": "outlook",
                        }
                    ],
                }
                for peer, value in peers.items()
            ],
            "evidence": [{"id": tool, "name": tool, "does": [does]} for tool, does in (tools or {}).items()],
            "sources": [
                {"id": "bls-ep", "names": ["BLS", "Bureau of Labor Statistics"]},
                {"id": "aei", "names": ["Anthropic Economic Index", "the Index"]},
                {"id": "onet", "names": ["O*NET"]},
            ],
        }
    )


NURSES = _sheet(
    "29-1141",
    "registered nurses",
    (3391000, 3557100, 4.9, 189100, 93600, 11, 82),
    {
        "Monitor, record, and report symptoms or changes in patients' conditions.": 0,
        "Administer medications to patients and monitor patients for reactions or side effects.": 0,
        "Maintain accurate, detailed reports and records.": 41,
        "Record patients' medical information and vital signs.": 33,
        "Provide health care, first aid, immunizations, or assistance in convalescence or rehabilitation.": 0,
        "Consult and coordinate with healthcare team members to assess, plan, implement, or evaluate patient care plans.": 8,
        "Direct or supervise less-skilled nursing or healthcare personnel.": 0,
        "Order, interpret, and evaluate diagnostic tests to identify and assess patient's condition.": 12,
        "Instruct individuals, families, or other groups on topics such as health education, disease prevention, or childbirth.": 56,
        "Prepare patients for and assist with examinations or treatments.": 0,
    },
    {"licensed practical nurses": 74, "medical assistants": 69, "nurse practitioners": 93},
    {"Nuance DAX": "ambient clinical documentation"},
)
CLERKS = _sheet(
    "43-3031",
    "bookkeeping clerks",
    (1664900, 1560000, -6.3, 170000, 49210, 58, 31),
    {
        "Classify, record, and summarize numerical and financial data to compile and keep financial records.": 84,
        "Check figures, postings, and documents for correct entry, mathematical accuracy, and proper codes.": 77,
        "Operate computers programmed with accounting software to record, store, and analyze information.": 62,
        "Receive, record, and bank cash, checks, and vouchers.": 0,
        "Reconcile or note and report discrepancies found in records.": 55,
        "Compile statistical, financial, accounting, or auditing reports and tables.": 69,
        "Code documents according to company procedures.": 51,
        "Access computerized financial information to answer general questions.": 48,
        "Prepare bank deposits by compiling data from cashiers and verifying receipts.": 0,
        "Perform general office duties, such as filing, answering telephones, and handling routine correspondence.": 19,
        "Calculate and prepare checks for utilities, taxes, and other payments.": 29,
    },
    {"payroll clerks": 35, "tax preparers": 44, "bank tellers": 26},
    {"QuickBooks": "automatic transaction categorisation", "Dext": "receipt capture"},
)
WELDERS = _sheet(
    "51-4121",
    "welders",
    (457300, 464700, 1.6, 45600, 51000, 1, 77),
    {
        "Weld components in flat, vertical, or overhead positions.": 0,
        "Operate safety equipment and use safe work habits.": 0,
        "Lay out, position, align, and secure parts and assemblies prior to assembly.": 0,
        "Examine workpieces for defects and measure workpieces with straightedges or templates.": 0,
        "Ignite torches or start power supplies and strike arcs.": 0,
        "Analyze engineering drawings, blueprints, or specifications to plan layout and welding operations.": 9,
        "Detect faulty operation of equipment or defective materials and notify supervisors.": 0,
        "Chip or grind off excess weld, slag, or spatter.": 0,
    },
    {"machinists": 66, "sheet metal workers": 71, "boilermakers": 59, "ironworkers": 80},
    {},
)
LIBRARIANS = _sheet(
    "25-4022",
    "librarians",
    (142100, 146500, 3.1, 13500, 64320, 36, 57),
    {
        "Check books in and out of the library.": 0,
        "Teach library patrons basic computer skills, such as searching computerized databases.": 52,
        "Review and evaluate materials, using book reviews, catalogs, faculty recommendations, and current holdings.": 47,
        "Answer routine telephone or in-person reference inquiries, referring patrons to other sources.": 61,
        "Plan and teach classes on topics such as information literacy.": 64,
        "Organize collections of books, publications, documents, audiovisual aids, and other reference materials.": 21,
        "Explain use of library facilities, resources, equipment, and services.": 35,
        "Supervise daily library operations, budgeting, planning, and personnel activities.": 0,
        "Compile lists of overdue materials and notify borrowers.": 17,
    },
    {"archivists": 63, "curators": 66, "library technicians": 41},
    {},
)
CASHIERS = _sheet(
    "41-2011",
    "cashiers",
    (3192900, 2879600, -9.8, 557000, 31010, 14, 38),
    {
        "Receive payment by cash, check, credit cards, vouchers, or automatic debits.": 0,
        "Issue receipts, refunds, credits, or change due to customers.": 0,
        "Greet customers entering establishments.": 0,
        "Answer customers' questions, and provide information on procedures or policies.": 54,
        "Bag, box, wrap, or gift-wrap merchandise.": 0,
        "Resolve customer complaints.": 37,
        "Maintain clean and orderly checkout areas.": 0,
        "Calculate total payments received during a time period, and reconcile this with total sales.": 22,
    },
    {"bank tellers": 26, "retail salespersons": 47, "counter clerks": 42},
)
DENTISTS = _sheet(
    "29-1021",
    "dentists",
    (149300, 155700, 4.3, 4500, 172790, 9, 87),
    {
        "Examine teeth, gums, and related tissues to evaluate dental health.": 0,
        "Administer anesthetics to limit the amount of pain experienced by patients.": 0,
        "Use dental air turbines, hand instruments, and surgical implements.": 0,
        "Advise or instruct patients regarding preventive dental care.": 43,
        "Diagnose and treat diseases, injuries, and malformations of teeth.": 7,
        "Write prescriptions for antibiotics or other medications.": 18,
        "Fill pulp chamber and canal with endodontic materials.": 0,
        "Manage business aspects such as employing or supervising staff.": 29,
        "Design, make, or fit prosthodontic appliances.": 0,
    },
    {"dental hygienists": 83, "optometrists": 85, "orthodontists": 88},
)
