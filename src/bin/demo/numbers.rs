//! The section of sizes, speeds and accessibility.

use yew::prelude::*;

use super::figures::{Criteria, Figure, Results};

#[component]
pub(crate) fn Numbers() -> Html {
    let results = use_memo((), |()| Results::read());
    let criteria = use_memo((), |()| Criteria::read().unwrap_or_default());
    let Some(results) = &*results else {
        return Html::default();
    };
    let ahead = results
        .figures
        .iter()
        .filter(|figure| figure.is_ours_first())
        .count();
    let others = results.figures.len() - ahead;
    let Criteria { all, tested, tests } = *criteria;
    html! {
        <section class="demo-section" aria-labelledby="numbers">
            <div class="demo-bar">
                <h2 id="numbers">{ "In numbers" }</h2>
            </div>
            <p class="demo-note">
                { format!("As the benchmark wrote them: medians in Chromium {} on {} processors, the best first. \
                   article-cards leads in {ahead} of these {}; in {others} others do. A page by hand and List.js \
                   load far less code; List.js has neither facets nor counts.",
                   results.browser, results.processors, results.figures.len()) }
            </p>
            <div class="demo-figures">
                { for results.figures.iter().map(figure) }
            </div>
            <p class="demo-note demo-small">
                { "Method, all results and where others are ahead: " }
                <code>{ "benches/README.md" }</code>
                { " in the repository. " }
                <code>{ "cargo xtask bench" }</code>
                { " measures them on your machine." }
            </p>
            <h3 class="demo-subhead">{ "Accessibility, as tested" }</h3>
            <ul class="demo-facts" role="list">
                <li>
                    <strong>{ format!("{tested} of {all}") }</strong>
                    { format!(" criteria of WCAG 2.2 A and AA are tested. The other {} do not apply, each with its reason.", all - tested) }
                </li>
                <li>
                    <strong>{ tests }</strong>
                    { " tests in a real browser check them: keyboard, contrast, zoom, text spacing, target size, \
                       what a screen reader says." }
                </li>
                <li>
                    <strong>{ "0" }</strong>
                    { " findings of axe are allowed, in any state, layout and example theme, in light and dark." }
                </li>
            </ul>
        </section>
    }
}

fn figure(figure: &Figure) -> Html {
    // The roles are those of the elements, which some browsers drop with another `display`.
    html! {
        <table class="demo-figure" role="table">
            <caption>
                <strong>{ figure.title }</strong>
                <span>{ figure.about }</span>
            </caption>
            <tbody role="rowgroup">
                { for figure.rows.iter().map(|row| html! {
                    <tr key={row.name} role="row" class={classes!(row.is_ours.then_some("is-ours"))}>
                        <th scope="row" role="rowheader">{ row.name }</th>
                        <td role="cell">
                            <span class="demo-value">{ figure.text(row) }</span>
                            <span class="demo-meter" style={format!("inline-size: {:.2}%", figure.share(row))} />
                        </td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
