package dev.retort.processor.finding;

/** The stable names of findings. Each has a page under {@code docs/findings}, an emitter and a golden test. */
public enum FindingId {
    InvalidEnvironment,
    InvalidSuppression,
    InvalidRevision,
    DuplicateRevision,
    MissingRevision,
    RevisionCycle,
    MultipleHeads,
    MultipleBases,
    UnreadableOperation,
    InvalidOperation,
    UnsupportedOperation,
    UnseenEffect,
    DowngradeMismatch,
    IrreversibleRevision,
    AmbiguousMerge,
    UnreadableModel,
    UnavailableClass,
    HibernateVersionMismatch,
    TableDrift,
    ColumnDrift,
    TypeDrift,
    NullabilityDrift,
    DefaultDrift,
    PrimaryKeyDrift,
    UniqueDrift,
    IndexDrift,
    ForeignKeyDrift,
    CheckDrift,
    SequenceDrift,
    CommentDrift;

    /**
     * Whether {@code @SuppressWarnings("retort:<Id>")} silences it. What says that the chain, an operation or a mapping is
     * broken cannot be: nothing could be made of it.
     */
    public boolean canBeSilenced() {
        return name().endsWith("Drift") || this == UnseenEffect || this == IrreversibleRevision;
    }
}
