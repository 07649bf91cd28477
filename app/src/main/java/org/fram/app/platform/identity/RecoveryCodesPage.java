package org.fram.app.platform.identity;

import java.util.List;

/// Recovery codes, shown once.
public record RecoveryCodesPage(List<String> codes) {}
