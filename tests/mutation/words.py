"""The word lists of the mutator: opposites, idioms, other names. Its own, so that it shares no blind spot with the checks."""

from __future__ import annotations

#: Word -> its opposite, for directions of change and of comparison. Each pair stands once; `flipped` reads both ways.
OPPOSITES: tuple[tuple[str, str], ...] = (
    ("grow", "shrink"),
    ("grows", "shrinks"),
    ("growing", "shrinking"),
    ("growth", "decline"),
    ("rise", "fall"),
    ("rises", "falls"),
    ("rising", "falling"),
    ("increase", "decrease"),
    ("increases", "decreases"),
    ("gain", "loss"),
    ("gains", "losses"),
    ("more", "fewer"),
    ("above", "below"),
    ("higher", "lower"),
    ("highest", "lowest"),
    ("faster", "slower"),
    ("fastest", "slowest"),
    ("larger", "smaller"),
    ("largest", "smallest"),
    ("strongest", "weakest"),
    ("steepest", "mildest"),
    ("at least", "at most"),
)
#: Words that lead to an opposite which does not lead back.
ONE_WAY = {
    "less": "more",
    "declines": "grows",
    "declined": "grew",
    "growths": "declines",
    "shrank": "grew",
    "fell": "rose",
    "rose": "fell",
}

#: Directions that say nothing of a figure, and number words that count nothing.
IDIOMS: tuple[str, ...] = (
    r"\bfalls? (?:on|upon|under|within|into|to|short|back|outside)\b",
    r"\brises? to the\b",
    r"\bmore (?:and|or) (?:more|less)\b",
    r"\b(?:once|ever|any|no|one|some|what is|little|much) more\b",
    r"\bmore than (?:one|you|help|a|an|the|with|for|once)\b",
    r"(?<![\d%s] )\bmore (?:often|easily|like|likely|of|to|than)\b(?! the \$?\d)(?! \$?\d)(?! all)",
    r"\bless (?:than AI|friendly|often|exposed|expected|humanlike|of|far|to|for|likely)\b",
    r"\bfar less\b",
    r"\b(?:above|below) (?:all|the list|a degree)\b",
    r"\b(?:listed|named|shown|list|table|chart|described|given) (?:above|below)\b",
    r"\bthe (?:above|following)\b",
    r"\bdeclines? to\b",
    r"\bmake (?:such work |tasks |the work |work |them )?(?:much )?faster\b|\bmade them faster\b|\bdo much faster\b|\btasks much faster\b|\bwork much faster\b",
    r"\bhair loss\b",
    r"\b(?:\w+er|smaller) (?:one|fall|rise|decline|growth)(?: in its next| would)\b",
    r"\bedition with a \w+ one\b|\bvalue (?:above|below) zero\b|\bno task(?: of yours)? (?:above|below) zero\b",
    r"\bexposure and projected growth\b|\bneed not mean \w+\b|\bno promise of \w+\b",
    r"\b(?:less|more|lower|higher|low|high) exposure (?:is no|need not)\b",
    r"\bless (?:clear-cut|expected|certain|than the ratings)\b|\bproves less\b",
    r"\ball (?:the same|in all|that|along|at once|right)\b",
    r"\b(?:at|above|after|of) all\b(?! (?:of|your|the|\d|\w+ tasks|tasks|occupations))",
    r"\ball occupations?\b|\bacross all occupations\b|\bcomputer occupations, all other\b|\ball other\b",
    r"\bno matter\b|\bno doubt\b|\bno longer\b|\bno one\b|\bno more than\b",
    r"\b(?:is|are|was|were|be) no\b",
    r"\bhalf (?:marks|of it)\b",
    r"\beach (?:other|tied)\b",
    r"\bmost of all\b|\bat most\b|\bthe most\b",
    r"\bone (?:another|by one|day|thing|hand|reason|sentence|salon|mark|kind|language|project|person|side)\b",
    r"\b(?:is|until there is|smaller|larger|looser|invent|this|that|the|no|some|every|any) one\b",
    r"\ba second (?:thing|look|time)\b|\bfirst of all\b|\bat first\b|\blook first\b",
)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


UNITS_WORDS = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS_WORDS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
CARDINALS: tuple[str, ...] = (
    *UNITS_WORDS,
    *(t if not ones else f"{t}-{UNITS_WORDS[ones]}" for t in TENS_WORDS for ones in range(10)),
)
ORDINALS = _words("first second third fourth fifth sixth seventh eighth ninth tenth")
FRACTIONS = {
    "a tenth": "a third",
    "a fifth": "a half",
    "a quarter": "two-thirds",
    "a third": "three-quarters",
    "two-thirds": "a quarter",
    "three-quarters": "a third",
    "two-fifths": "four-fifths",
    "four-fifths": "two-fifths",
}

#: What a number word must stand before (at most two words between) to count something that a record could hold.
COUNTED = r"tasks?|occupations?|jobs?|people|openings|tools?|products?|records?|measures?|rated|years?|points|percentiles?"

#: Quantifier (a pattern) -> what it is made into. Only changes that can not stay true: "all" becomes "none of", never "most".
QUANTIFIERS: tuple[tuple[str, str], ...] = (
    (r"\ball (?:of )?(?:your|the|its|their)\b", "none of your"),
    (r"\ball (?=\d|[a-z-]+ (?:rated )?tasks|tasks)", "none of the "),
    (r"\ball of them\b", "none of them"),
    (r"\bnone of (?:the|your|its)\b", "all of the"),
    (r"\bmost of (?:your|the|its|their)\b", "few of your"),
    (r"\bmost (?=tasks|occupations|workers|jobs|of)", "few "),
    (r"\bfew (?=tasks|occupations|workers|jobs|places)", "most "),
    (r"\bno (?=measurable|measured|recorded|observed|AI\b|use\b|tasks?\b)", "widespread "),
    (r"\bno (?=figure|value|earlier|training|formal|projection|faster|higher|task\b)", "some "),
    (r"\bevery\b", "hardly any"),
    (r"\beach of (?:your|the)\b", "none of your"),
    (r"\bany of (?:your|the)\b", "most of your"),
    (r"\ba single\b(?= task| measure| product)", "every"),
    (r"\bhalf (?=of|the|your)", "nearly all "),
    (r"\b(?:a|the) majority of\b", "a minority of"),
    (r"\ba minority of\b", "a majority of"),
    (r"\bonly (?=\d|one|two|three|four|five|six|seven|eight|nine|ten|a (?:few|handful))", "far more than "),
    (r"\bboth\b(?! \w+ and)", "neither"),
)

#: Who measured or said it -> somebody else. Longest first; product names are taken before.
CREDITS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"\bAnthropic Economic Index\b", ("O*NET database", "BLS Employment Projections", "Microsoft survey")),
    (r"\bAnthropic\b", ("OpenAI", "Microsoft", "BLS")),
    (r"\bOpenAI\b", ("Anthropic", "Microsoft", "Google")),
    (r"\bMicrosoft\b", ("OpenAI", "Anthropic", "Google")),
    (r"\bEloundou et al\b|\bEloundou\b", ("Anthropic", "Frey")),
    (r"\bBLS\b", ("O*NET", "Anthropic", "OpenAI")),
    (r"\bO\*NET\b", ("BLS", "Anthropic")),
    (r"(?<!Economic )\b[Tt]he Index\b", ("BLS", "O*NET", "OpenAI")),
)

#: Products of other pages, and products that nobody makes.
OTHER_PRODUCTS = ("Adobe Firefly", "Jasper", "Salesforce Einstein", "Grammarly Business", "Runway")
INVENTED_PRODUCTS = ("Nortavox Studio", "Clarivane Desk", "Quillmark Pro", "Ombrelis", "Tandomir Suite")

MONTHS = _words("January February March April May June July August September October November December")
