//! Addresses and bank accounts, gathered under the articles that they belong to.

use serde::Serialize;

use super::Maker;
use super::keys::{contact as key, party};
use super::run::Runs;
use crate::draft::Section;
use crate::kind::Role;
use crate::source::node::Node;

/// Where a party is written to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Contact {
    /// What the party is called.
    #[serde(rename = "sebutan")]
    pub(crate) label: Option<Runs>,
    /// Its institution.
    #[serde(rename = "lembaga")]
    pub(crate) institution: Option<Runs>,
    /// For whose attention.
    #[serde(rename = "up")]
    pub(crate) attention: Option<Runs>,
    /// Its address.
    #[serde(rename = "alamat")]
    pub(crate) address: Option<Runs>,
    /// Its telephone.
    #[serde(rename = "telepon")]
    pub(crate) telephone: Option<Runs>,
    /// Its facsimile.
    #[serde(rename = "faksimile")]
    pub(crate) facsimile: Option<Runs>,
    /// Its electronic mail.
    #[serde(rename = "surel")]
    pub(crate) mail: Option<Runs>,
    /// Its site.
    #[serde(rename = "situs")]
    pub(crate) site: Option<Runs>,
}

/// A bank account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Account {
    /// Whose it is, where the article does not say.
    #[serde(rename = "sebutan")]
    pub(crate) label: Option<Runs>,
    /// The bank.
    pub(crate) bank: Option<Runs>,
    /// Its number.
    #[serde(rename = "nomor")]
    pub(crate) number: Option<Runs>,
    /// In whose name it is held.
    #[serde(rename = "atas_nama")]
    pub(crate) holder: Option<Runs>,
}

impl Maker<'_> {
    /// The addresses of the parties, under the article on correspondence.
    pub(super) fn contacts(&self, section: &Section) -> Vec<Contact> {
        if !self.is_article_on(Role::Korespondensi, section) {
            return Vec::new();
        }
        self.root_parties().iter().filter_map(|party| self.contact(party)).collect()
    }

    fn contact(&self, party: &Node) -> Option<Contact> {
        let contact = party.get(party::CONTACT).filter(|node| !node.is_empty())?;
        let part = |key: &str| self.shown_text(contact.get(key));
        Some(Contact {
            label: self.shown_text(party.get(party::LABEL)),
            institution: self.shown_text(party.get(party::INSTITUTION)),
            attention: part(key::ATTENTION),
            address: part(key::ADDRESS),
            telephone: part(key::TELEPHONE),
            facsimile: part(key::FACSIMILE),
            mail: part(key::MAIL),
            site: part(key::SITE),
        })
    }

    /// Bank accounts: those of the article, and under the article on money those of the parties.
    pub(super) fn accounts(&self, section: &Section, own: Option<&Node>) -> Vec<Account> {
        let own = members(own).map(|account| self.account(None, account));
        let money = self.is_article_on(Role::Pendanaan, section);
        let parties = self.root_parties().iter().filter(|_| money);
        own.chain(parties.flat_map(|party| self.accounts_of(party))).collect()
    }

    fn is_article_on(&self, role: Role, section: &Section) -> bool {
        self.draft.kind.role(role).is_some_and(|field| field.key == section.name)
    }

    fn accounts_of(&self, party: &Node) -> impl Iterator<Item = Account> {
        let label = party.get(party::LABEL).or_else(|| party.get(party::INSTITUTION));
        members(party.get(party::ACCOUNTS)).map(move |account| self.account(label, account))
    }

    fn account(&self, label: Option<&Node>, account: &Node) -> Account {
        let part = |key: &str| self.shown_text(account.get(key));
        Account {
            label: self.shown_text(label),
            bank: part(key::BANK),
            number: part(key::NUMBER),
            holder: part(key::HOLDER),
        }
    }
}

fn members(list: Option<&Node>) -> impl Iterator<Item = &Node> {
    list.map_or(&[][..], Node::members).iter()
}
