// Draws the charts of a page from the tables beside them, in the page's colours.
//
// A chart is a figure with data-chart (line, bar or area) whose table has a column of names and one for each series.
(() => {
    const drawn = new Map();

    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

    const read = (figure) => {
        const table = figure.querySelector("table");
        const names = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent.trim());
        const rows = [...table.tBodies[0].rows];
        return {
            categories: rows.map((row) => row.cells[0].textContent.trim()),
            series: names.map((name, at) => ({
                name,
                values: rows.map((row) => {
                    const value = row.cells[at + 1].dataset.value;
                    return value === undefined || value === "" ? null : Number(value);
                }),
            })),
        };
    };

    const options = (figure) => {
        const { categories, series } = read(figure);
        const kind = figure.dataset.chart;
        const soft = colour("ink-soft");
        const line = colour("line");
        const text = { color: soft, fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 };
        const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
        return {
            animation: !still,
            textStyle: text,
            color: [1, 2, 3, 4, 5].map((at) => colour(`series-${at}`)),
            grid: { left: 8, right: 16, top: series.length > 1 ? 40 : 16, bottom: 8, containLabel: true },
            legend: {
                show: series.length > 1,
                top: 0,
                left: 0,
                icon: "roundRect",
                itemWidth: 12,
                itemHeight: 12,
                textStyle: { ...text, color: colour("ink") },
            },
            // Rich text, as markup with styles in it is refused by the content security policy.
            tooltip: {
                trigger: "axis",
                renderMode: "richText",
                backgroundColor: colour("raised"),
                borderColor: line,
                textStyle: { ...text, color: colour("ink") },
                axisPointer: { type: kind === "bar" ? "shadow" : "line", lineStyle: { color: soft } },
            },
            xAxis: {
                type: "category",
                data: categories,
                boundaryGap: kind === "bar",
                axisLine: { lineStyle: { color: colour("line-strong") } },
                axisTick: { show: false },
                axisLabel: text,
            },
            yAxis: {
                type: "value",
                name: figure.dataset.unit ?? "",
                nameTextStyle: { ...text, align: "left" },
                splitLine: { lineStyle: { color: line } },
                axisLabel: text,
            },
            series: series.map(({ name, values }, at) => ({
                name,
                type: kind === "bar" ? "bar" : "line",
                data: values,
                barMaxWidth: 28,
                itemStyle: { borderRadius: kind === "bar" ? [3, 3, 0, 0] : 0 },
                symbol: ["circle", "rect", "triangle", "diamond"][at % 4],
                symbolSize: 7,
                lineStyle: { width: 2, type: ["solid", "dashed", "dotted"][at % 3] },
                areaStyle: kind === "area" ? { opacity: 0.12 } : undefined,
            })),
        };
    };

    const draw = (figure) => {
        const picture = figure.querySelector(".chart-picture");
        const chart = drawn.get(picture) ?? echarts.init(picture, null, { renderer: "canvas" });
        drawn.set(picture, chart);
        chart.setOption(options(figure), true);
    };

    const drawAll = () => document.querySelectorAll("[data-chart]").forEach(draw);

    document.addEventListener("DOMContentLoaded", drawAll);
    document.addEventListener("htmx:afterSettle", drawAll);
    document.documentElement.addEventListener("theme", () => drawn.size > 0 && drawAll());
    window.addEventListener("resize", () => drawn.forEach((chart) => chart.resize()));
    window.addEventListener("beforeprint", () => drawn.forEach((chart) => chart.resize()));
})();
