"""The public site: snapshots of approved facts in, static pages and open data out."""

from shishi.portal.build import Built, build, build_newest
from shishi.portal.faults import Fault, NotPublishable
from shishi.portal.placing import verify
from shishi.portal.snapshot import Snapshot, snapshot_from_json

__all__ = [
    "Built",
    "Fault",
    "NotPublishable",
    "Snapshot",
    "build",
    "build_newest",
    "snapshot_from_json",
    "verify",
]
