package org.fram.app.platform.pages;

/// Addresses of what libraries bring for the browser. Their versions are those of the root POM; a test asks
/// for each.
public final class Assets {

    /// Tabler's style.
    public static final String TABLER_CSS = "/webjars/tabler__core/1.4.0/dist/css/tabler.min.css";

    /// htmx.
    public static final String HTMX = "/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    /// ECharts, for pages with charts.
    public static final String ECHARTS = "/_static/echarts/6.0.0/dist/echarts.min.js";

    private Assets() {}
}
