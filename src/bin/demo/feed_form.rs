//! The field for a feed of the reader's own, by address or as a file.

use web_sys::{HtmlInputElement, Url};
use yew::prelude::*;

use super::choices::{Change, Choices, ChoicesProps, is_web_address};
use super::controls::on_select;
use super::live_element::LocalFile;
use super::services;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FeedFormProps {
    pub(crate) choices: UseReducerHandle<Choices>,
    pub(crate) file: Option<LocalFile>,
    pub(crate) on_file: Callback<Option<LocalFile>>,
}

#[component]
pub(crate) fn FeedForm(properties: &FeedFormProps) -> Html {
    let FeedFormProps {
        choices,
        file,
        on_file,
    } = properties;
    let change = ChoicesProps {
        choices: choices.clone(),
    };
    let field = use_node_ref();
    let show = {
        let (on_feed, on_file) = (change.on(Change::Feed), on_file.clone());
        move |feed: Option<AttrValue>| {
            on_file.emit(None);
            on_feed.emit(feed);
        }
    };
    let onsubmit = {
        let (field, show) = (field.clone(), show.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let address = field.cast::<HtmlInputElement>().map(|field| field.value());
            if let Some(address) = address.filter(|address| is_web_address(address)) {
                show(Some(address.into()));
            }
        })
    };
    let on_sample = {
        let (field, show) = (field.clone(), show);
        Callback::from(move |_: MouseEvent| {
            show(None);
            // The button is gone now.
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.set_value("");
                let _ = field.focus();
            }
        })
    };
    let on_mapping = {
        let on_mapping = change.on(Change::Mapping);
        on_select(move |preset| on_mapping.emit(services::find(&preset)))
    };
    let on_open = {
        let on_file = on_file.clone();
        Callback::from(move |event: Event| {
            let file = event
                .target_dyn_into::<HtmlInputElement>()
                .and_then(|input| {
                    let file = input.files()?.get(0)?;
                    let address = Url::create_object_url_with_blob(&file).ok()?;
                    // The same file can be opened again.
                    input.set_value("");
                    Some(LocalFile {
                        name: file.name().into(),
                        address: address.into(),
                    })
                });
            if file.is_some() {
                on_file.emit(file);
            }
        })
    };
    let is_own = file.is_some() || choices.feed.is_some();
    html! {
        <form class="demo-form" {onsubmit}>
            <label class="demo-field demo-address">
                <span>{ "Paste the address of your feed" }</span>
                <input
                    ref={field}
                    type="url"
                    required=true
                    pattern="[Hh][Tt][Tt][Pp][Ss]?://.+"
                    title="An address that begins with https:// or http://"
                    placeholder={services::example(choices.mapping)}
                    value={choices.feed.clone().unwrap_or_default()}
                    autocomplete="off"
                    spellcheck="false"
                />
            </label>
            <label class="demo-select demo-field">
                <span>{ "Format" }</span>
                <select onchange={on_mapping}>
                    <option value="" selected={choices.mapping.is_none()}>{ "As it is: JSON, RSS, Atom" }</option>
                    { for services::names().map(|(preset, name)| html! {
                        <option key={preset} value={preset} selected={choices.mapping == Some(preset)}>{ name }</option>
                    }) }
                </select>
            </label>
            <button type="submit" class="demo-button demo-primary">{ "Show it" }</button>
            <label class="demo-button demo-file">
                { "Open a file" }
                <input
                    type="file"
                    accept=".json,.xml,.rss,.atom,.rdf,application/json,application/xml"
                    onchange={on_open}
                />
            </label>
            if is_own {
                <button type="button" class="demo-button" onclick={on_sample}>{ "Back to the sample" }</button>
            }
        </form>
    }
}
