"""The closed lists of words that a Reading may use, as the design and the annotation rules name them."""

from __future__ import annotations

from typing import Literal

Kind = Literal["incident", "ruling", "statistics", "prevention", "other"]
Role = Literal["accused", "speaker", "beneficiary", "victim", "other"]
Standing = Literal["alleged", "proven", "cleared"]
Acting = Literal["Pj", "Plt", "Pjs", "Plh"]
ElectionKind = Literal["pilkada", "pemilu", "pilpres", "pileg", "pilkades"]
AgencyRole = Literal["reporter", "investigator", "decider", "employer", "host", "other"]
Track = Literal["ethics", "discipline", "criminal", "administrative"]
SanctionClass = Literal["moral", "light", "medium", "severe", "criminal"]
ActivityKind = Literal["appeal", "pledge", "training", "circular", "coordination", "monitoring"]
Stage = Literal[
    "reported",
    "under_examination",
    "forwarded_to_KASN_BKN",
    "declared_violation",
    "not_proven",
    "sanctioned",
    "criminal_trial",
    "convicted",
    "acquitted",
]
Violation = Literal[
    "social_media_support",
    "pose_gesture",
    "attend_campaign",
    "direct_endorsement",
    "facilitate_campaign",
    "display_material",
    "mobilise_subordinates",
    "party_membership",
    "declare_candidacy_without_leave",
    "use_state_facility",
    "favouring_act",
    "job_rotation_pasal71",
    "incumbent_program_abuse_pasal71",
    "money",
    "obstruct_candidacy",
    "unspecified",
    "other",
]
OfficeClass = Literal[
    "asn",
    "acting_head",
    "village_head",
    "village_apparatus",
    "incumbent",
    "regional_head",
    "candidate",
    "organiser",
    "law_enforcement",
    "contract_staff",
    "non_asn",
]
