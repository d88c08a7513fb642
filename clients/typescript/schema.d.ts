// Written by `npm run client`.
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process answers
         * @description The process answers
         */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The dataset is open
         * @description The dataset is open
         */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The dataset
         * @description Release, counts, coverage, freshness, licence, citation and links.
         */
        get: operations["get-dataset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List actions
         * @description What somebody did, said or suffered, each with its kind, date, actors, regions, amounts and links.
         */
        get: operations["list-actions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/actions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the actions */
        get: operations["get-actions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/actions/{id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Evidence for one of the actions
         * @description For each field the value shown, the claims behind it and the claims that disagree, each with its place in a document.
         */
        get: operations["evidence-actions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/actions/{id}/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an action answers and what answered it
         * @description Actions and the links among them, over links that have a lag: responds-to, implements, enforces, repeals, amends. The lag is a range of days, as vague as the dates. Links that the coder inferred are left out, and counted in left_out, unless basis asks for them.
         */
        get: operations["chain-actions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/actions/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes of an action, release by release
         * @description The changes of the action, of the claims on it, and of the actions merged into it, newest first.
         */
        get: operations["history-actions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List rules
         * @description Laws and other rules, each with its status, its steps and its times of force.
         */
        get: operations["list-rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the rules */
        get: operations["get-rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/{id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Evidence for one of the rules
         * @description For each field the value shown, the claims behind it and the claims that disagree, each with its place in a document.
         */
        get: operations["evidence-rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List cases
         * @description Cases and sanctions listings, each with its parties and its steps.
         */
        get: operations["list-cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the cases */
        get: operations["get-cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Evidence for one of the cases
         * @description For each field the value shown, the claims behind it and the claims that disagree, each with its place in a document.
         */
        get: operations["evidence-cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List licences
         * @description Who is licensed where, for which activities, since when and until when, as official registers show it.
         */
        get: operations["list-licences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/licences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the licences */
        get: operations["get-licences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/licences/{id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Evidence for one of the licences
         * @description For each field the value shown, the claims behind it and the claims that disagree, each with its place in a document.
         */
        get: operations["evidence-licences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exchanges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List exchanges
         * @description Platforms on which cryptocurrency is traded.
         */
        get: operations["list-exchanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exchanges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the exchanges */
        get: operations["get-exchanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List agencies
         * @description Public bodies of any level.
         */
        get: operations["list-agencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agencies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the agencies */
        get: operations["get-agencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/actors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List actors
         * @description Everybody who acts or is acted on: agencies, exchanges, companies, associations, institutions and persons.
         */
        get: operations["list-actors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/actors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the actors */
        get: operations["get-actors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/actors/{id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Evidence for one of the actors
         * @description For each field the value shown, the claims behind it and the claims that disagree, each with its place in a document.
         */
        get: operations["evidence-actors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List regions
         * @description Places, by their codes in ISO 3166 and UN M49.
         */
        get: operations["list-regions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/regions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the regions */
        get: operations["get-regions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List documents
         * @description The texts that claims are drawn from. Their words are not part of the dataset.
         */
        get: operations["list-documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the documents */
        get: operations["get-documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List claims
         * @description One value as one document states it, with the place of the words and their hash.
         */
        get: operations["list-claims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the claims */
        get: operations["get-claims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count actions
         * @description Numbers of distinct actions by one or two groupings, with the filters of /v1/actions. A vague date makes an action possible in each period that it overlaps, and certain only in one that contains it; date_match is therefore not a parameter here. An action counts for the regions that it names, not for those above them; of its amounts those are added that were imposed, for actions that certainly belong to a group.
         */
        get: operations["count-actions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is covered, and how well
         * @description For each jurisdiction, year and kind the number of actions, the official and the independent sources that they rest on, and what is weak. meta.gaps tells the known gaps in words, meta.without lists the countries and territories without an action in the selection. With from or to, actions whose year is not known are left out.
         */
        get: operations["describe-coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search all records
         * @description Ranked full-text search over titles, names and descriptions; case and accents do not matter.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reconciliation service
         * @description Matches names with actors, rules, cases and regions, by the Reconciliation Service API 0.2. Without parameters it returns its manifest, with queries the candidates for each query, with extend the properties of entities. docs/reconcile.md explains the scores.
         */
        get: operations["reconcile"];
        put?: never;
        /**
         * Reconciliation service, with a form
         * @description The same as by GET, for requests that are too long for a URL.
         */
        post: operations["reconcile-form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconcile/suggest/entity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Autocompletion: entity
         * @description Names and ids that begin with the prefix, then names with a word that does.
         */
        get: operations["suggest-entity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconcile/suggest/property": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Autocompletion: property
         * @description Names and ids that begin with the prefix, then names with a word that does.
         */
        get: operations["suggest-property"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconcile/suggest/type": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Autocompletion: type
         * @description Names and ids that begin with the prefix, then names with a word that does.
         */
        get: operations["suggest-type"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconcile/properties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The properties of a type
         * @description The properties that extend takes for entities of a type.
         */
        get: operations["propose-properties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconcile/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page about an entity
         * @description A small page for a frame: what an actor, a rule, a case or a region is, and its names.
         */
        get: operations["preview-entity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List vocabulary
         * @description The codebook: every code with its definition.
         */
        get: operations["list-vocabulary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vocabulary/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the vocabulary */
        get: operations["get-vocabulary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List releases
         * @description The published states of the dataset. A release never changes.
         */
        get: operations["list-releases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the releases */
        get: operations["get-releases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List changes
         * @description What each release added, changed, removed and merged, and why.
         */
        get: operations["list-changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the changes */
        get: operations["get-changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the files of the releases
         * @description The whole dataset as SQLite, CSV (one file per table), NDJSON (one file per collection), Parquet and a Data Package, and the records of every release, with lengths and hashes, newest release first.
         */
        get: operations["export-files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{release}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file of a release
         * @description A whole collection or table as a file. A released file never changes, unless a record is removed from it on legal grounds. Use Range to continue an interrupted download, and If-Range with the ETag to make sure that the file is still the same.
         */
        get: operations["export-file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An event: something that somebody did, said or suffered. */
        Action: {
            /** @description Stable id */
            id: string;
        } & WithRequired<components["schemas"]["ActionPart"], "id" | "title" | "summary" | "kind" | "type" | "matters" | "date" | "planned" | "due" | "effect" | "actors" | "regions" | "activities" | "amounts" | "details" | "links" | "sources">;
        /** @description Action: only the fields asked for, or with the additions of include. */
        ActionPart: {
            /** @description Stable id */
            id?: string;
            /** @description Doer, deed, object and place */
            title?: string;
            /** @description The event in the words of this dataset */
            summary?: string;
            /** @description Kind of action, which follows from its type */
            kind?: string;
            /** @description Type of action */
            type?: string;
            /** @description The rules and cases that it is a step of */
            matters?: components["schemas"]["MatterEntry"][];
            /** @description When it was done or announced, or the period of a figure */
            date?: components["schemas"]["EventDate"];
            /** @description True if it was only planned when it was reported */
            planned?: boolean;
            /** @description The date that it is planned for, or by which it wants something done */
            due?: components["schemas"]["EventDate"] | null;
            /** @description When it has force; null if nothing is known */
            effect?: components["schemas"]["Effect"] | null;
            /** @description Participants, one entry for each role */
            actors?: components["schemas"]["ActorEntry"][];
            /** @description Regions concerned */
            regions?: components["schemas"]["RegionEntry"][];
            /** @description Activities concerned */
            activities?: string[];
            /** @description Amounts, counts and shares */
            amounts?: components["schemas"]["Amount"][];
            /** @description Further facts by aspect */
            details?: components["schemas"]["Detail"][];
            /** @description Relations to other actions */
            links?: components["schemas"]["Link"][];
            sources?: components["schemas"]["Sources"];
            /** @description With include=claims: the claims on this record */
            claims?: components["schemas"]["Claim"][];
            /** @description With include=documents: the documents behind it */
            documents?: components["schemas"]["Document"][];
            /** @description With include=linked: the actions linked to it or from it */
            linked?: components["schemas"]["Action"][];
            /** @description With include=citation: how to cite this record */
            citation?: components["schemas"]["Citation"];
            force?: components["schemas"]["Force"];
        };
        /** @description An agency, exchange, company, association, institution or person in an action. */
        Actor: {
            /** @description Stable id */
            id: string;
        } & WithRequired<components["schemas"]["ActorPart"], "id" | "kind" | "name" | "names" | "affiliations" | "identifiers">;
        ActorCount: {
            /** @description At least */
            low: number | null;
            /** @description As many as the source says */
            best: number | null;
            /** @description At most */
            high: number | null;
        };
        ActorEntry: {
            /** @description The actor; null for one without a name */
            id: string | null;
            /** @description Tells unnamed actors of one action apart */
            key?: string;
            /** @description Kind of actor */
            kind: string;
            /** @description Its name; null if it is not known */
            name: string | null;
            /** @description Its part in the action */
            role: string;
            /** @description How many actors the entry stands for */
            count?: components["schemas"]["ActorCount"];
            /** @description The source's own short term */
            as_reported?: string;
        };
        ActorName: {
            /** @description The name as it is written */
            name: string;
            /** @description Type of name */
            type: string;
            /** @description BCP 47 tag, if it is not English */
            lang?: string;
        };
        /** @description Actor: only the fields asked for, or with the additions of include. */
        ActorPart: {
            /** @description Stable id */
            id?: string;
            /** @description Kind of actor */
            kind?: string;
            /** @description The name to show, which is one of names */
            name?: string;
            /** @description Every name that a source uses */
            names?: components["schemas"]["ActorName"][];
            /** @description Sector of activity */
            sector?: string;
            /** @description Home region, if a source states it */
            region?: string;
            /** @description Relations to other actors */
            affiliations?: components["schemas"]["Affiliation"][];
            /** @description Identifiers in other registers */
            identifiers?: components["schemas"]["Identifier"][];
            /** @description With include=claims: the claims on this record */
            claims?: components["schemas"]["Claim"][];
            /** @description With include=documents: the documents behind it */
            documents?: components["schemas"]["Document"][];
            /** @description With include=licences: its licences; with licensed_in those that match */
            licences?: components["schemas"]["Licence"][];
            /** @description With include=citation: how to cite this record */
            citation?: components["schemas"]["Citation"];
            force?: components["schemas"]["Force"];
        };
        Affiliation: {
            /** @description The other actor */
            actor: string;
            /** @description Relation of this actor to the other */
            relation: string;
            /** @description First year, month or day */
            from?: string;
            /** @description Last year, month or day */
            until?: string;
        };
        /** @description The process answers. */
        Alive: {
            /** @constant */
            status: "ok";
        };
        Amount: {
            /** @description The quantity that is counted or measured */
            quantity: string;
            /** @description Lower bound; null if none is known */
            low: number | null;
            /** @description The figure; null if only a bound is known */
            best: number | null;
            /** @description Upper bound; null if none is known */
            high: number | null;
            /** @description True if it is more than low */
            low_exclusive?: boolean;
            /** @description True if it is less than high */
            high_exclusive?: boolean;
            /** @description UCUM unit or ISO 4217 currency */
            unit: string;
            /** @description ISO 8601 duration that the amount is for */
            per?: string;
            /** @description Whether it was measured, estimated, expected, sought or imposed */
            modality: string;
            /** @description True if the source says “about” */
            approximate: boolean;
            /** @description The source's own short term */
            as_reported: string;
        };
        /** @description What an answer can rest on. */
        AnswerCoverage: {
            /** @description Documents that actions rest on */
            documents?: number;
            /** @description First and last day on which a dated action may lie */
            period?: {
                earliest: string | null;
                latest: string | null;
            };
            /** @description Regions with an action */
            regions?: string[];
            /** @description Kinds of action */
            kinds?: string[];
            /** @description Gaps of more than 92 days without an action whose date is known to within a year */
            silences?: {
                from: string;
                to: string;
            }[];
            /** @description Known gaps */
            gaps?: components["schemas"]["Gap"][];
            /** @description About licences: the registers of the places asked for, or all */
            registers?: components["schemas"]["RegisterCoverage"][];
            /** @description About licences: the places below with licences or registers of their own */
            parts?: string[];
            /** @description About licences: how to read the answer */
            note?: string;
        };
        /** @description A BibTeX entry */
        Bibtex: string;
        /** @description A case or a sanctions listing, from step to step. */
        Case: {
            /** @description Stable id */
            id: string;
        } & WithRequired<components["schemas"]["MatterPart"], "id" | "kind" | "title" | "status" | "numbers" | "regions" | "activities" | "in_force" | "next" | "steps">;
        /** @description What an action answers and what answered it. */
        Chain: {
            nodes: {
                /** @description Action */
                id: string;
                /** @description Who did what */
                title: string;
                /** @description What was done */
                type: string;
                date: components["schemas"]["EventDate"];
                /** @description True if the source speaks of something not yet done */
                planned: boolean;
                /** @description Steps from the action; below 0 for its causes */
                step: number;
            }[];
            edges: {
                /** @description The action that answers */
                from: string;
                /** @description The action that it answers */
                to: string;
                /** @description How */
                type: string;
                /** @description Who says so */
                basis: string;
                /** @description Days from the one to the other */
                lag_days: components["schemas"]["Lag"];
                /** @description True if a document disagrees */
                disputed: boolean;
            }[];
            reactions: components["schemas"]["Reactions"];
            /** @description Links that the chain has over all bases but not over these */
            left_out: number;
        };
        /** @description A change of a record by a release. */
        Change: {
            /** @description The release and the record, joined by a slash */
            id: string;
        } & WithRequired<components["schemas"]["ChangePart"], "id" | "release" | "date" | "record" | "change" | "reason">;
        /** @description Change: only the fields asked for, or with the additions of include. */
        ChangePart: {
            /** @description The release and the record, joined by a slash */
            id?: string;
            /** @description The release with the change */
            release?: string;
            /** @description Day of that release; null until it is released */
            date?: string | null;
            /** @description Collection and id; dataset for its own description */
            record?: string;
            /** @description Kind of change */
            change?: string;
            /** @description The fields that differ, for a released change */
            fields?: string[];
            /** @description The record that a merged one is now part of */
            into?: string;
            /** @description Reason; null until it is released */
            reason?: string | null;
            /** @description Reason in words */
            note?: string;
            /** @description With include=citation: how to cite this record */
            citation?: components["schemas"]["Citation"];
        };
        /** @description How to cite this, with release and hash. */
        Citation: {
            /** @description In words */
            text: string;
            /** @description As a BibTeX entry */
            bibtex: string;
            /** @description As CSL-JSON, which reference managers import */
            csl_json: components["schemas"]["Csl"];
        };
        /** @description One value as one document states it. */
        Claim: {
            /** @description The record, the field and a number, joined by dots */
            id: string;
        } & WithRequired<components["schemas"]["ClaimPart"], "id" | "record" | "field" | "value" | "document" | "origin" | "passage" | "status" | "basis" | "rests_on">;
        /** @description Claim: only the fields asked for, or with the additions of include. */
        ClaimPart: {
            /** @description The record, the field and a number, joined by dots */
            id?: string;
            /** @description Collection and id of the record */
            record?: string;
            /** @description Path of the value by natural keys: date, actors/huobi/issuer */
            field?: string;
            /** @description The value that the document states; null if it is unreadable */
            value?: unknown;
            /** @description The document's own short term */
            as_reported?: string;
            /** @description The document that states it */
            document?: string;
            /** @description The original report of the words */
            origin?: string;
            /** @description The passage that carries it; null if it is only inferred */
            passage?: components["schemas"]["QuotedPassage"] | null;
            /** @description The register's own key of the row that states it */
            row?: string;
            /** @description The last reading of an unbroken run of readings of a register with this value */
            last_document?: string;
            /** @description How the claim was judged */
            status?: string;
            /** @description Stated in the passage, or inferred from other claims */
            basis?: string;
            /** @description The claims that an inferred one follows from */
            rests_on?: string[];
            /** @description The rule by which a rival lost */
            rule?: string;
            /** @description The reasoning, or why it lost */
            note?: string;
            /** @description With include=citation: how to cite this record */
            citation?: components["schemas"]["Citation"];
        };
        /** @description How many distinct actions, or matters, a group has. */
        Count: {
            /** @description The value of each grouping */
            group: {
                [key: string]: string;
            };
            /** @description How many certainly belong to the group */
            certain: number;
            /** @description How many may belong to it */
            possible: number;
            /** @description With sum: the amounts imposed by the certain actions */
            sum?: components["schemas"]["Sum"];
        };
        /** @description About these counts. */
        CountsMeta: {
            /** @description Version of the release that answers */
            release: string;
            /** @description How many the whole query has */
            total: number;
            /** @description What is counted */
            unit: string;
            /** @description How to read the columns */
            note: string;
            /** @description The request in plain English */
            query: string;
            /** @description The names in the request, with the ids that they stand for */
            resolved?: components["schemas"]["Resolved"][];
            /** @description With in_force_on: how many had force on that day */
            in_force?: components["schemas"]["InForce"];
            /** @description What the dataset covers, if the answer is empty or about licences */
            coverage?: components["schemas"]["AnswerCoverage"];
        };
        /** @description The coverage, which helps to read an empty answer. */
        Coverage: {
            /** @description Documents that actions rest on */
            documents: number;
            /** @description First and last day on which a dated action may lie */
            period: {
                earliest: string | null;
                latest: string | null;
            };
            /** @description Regions with an action */
            regions: string[];
            /** @description Kinds of action */
            kinds: string[];
            /** @description Gaps of more than 92 days without an action whose date is known to within a year */
            silences: {
                from: string;
                to: string;
            }[];
            /** @description Known gaps */
            gaps: components["schemas"]["Gap"][];
        };
        /** @description About this coverage. */
        CoverageMeta: {
            /** @description Version of the release that answers */
            release: string;
            /** @description How many rows */
            total: number;
            /** @description The request in plain English */
            query: string;
            /** @description Known gaps */
            gaps: components["schemas"]["Gap"][];
            /** @description Countries and territories without an action here */
            without: string[];
        };
        /** @description How well the actions of a jurisdiction, a year and a kind are covered. An action without a jurisdiction counts in all the regions that it names. */
        CoverageRow: {
            /** @description The jurisdiction; null for actions that name no place */
            region: string | null;
            /** @description Its name */
            name: string | null;
            /** @description The year; null for dates that are not known to the year */
            year: number | null;
            /** @description Kind of action */
            kind: string;
            /** @description How many actions */
            actions: number;
            /** @description Official texts, or copies of them, that they rest on */
            official_sources: number;
            /** @description Reports and texts that do not repeat each other */
            independent_sources: number;
            /** @description Actions whose date rests on one unofficial report */
            single_source_actions: number;
            /** @description What is weak */
            gaps: string[];
        };
        /** @description An item of CSL-JSON. */
        Csl: {
            id: string;
            /** @constant */
            type: "dataset";
            title: string;
            "container-title"?: string;
            author: {
                literal: string;
            }[];
            publisher: string;
            issued?: {
                "date-parts": number[][];
            };
            version: string;
            note: string;
        };
        CslItems: components["schemas"]["Csl"][];
        /** @description A table: the names of the columns, then a row for each record */
        Csv: string;
        /** @description The dataset as a whole. */
        Dataset: {
            /** @description Name of the dataset */
            title: string;
            /** @description Description of the dataset */
            description: string;
            /** @description Publisher of the dataset */
            publisher: string;
            release: components["schemas"]["Release"];
            /** @description Records of each collection */
            counts: {
                [key: string]: number;
            };
            coverage: components["schemas"]["Coverage"];
            /** @description The registers that its licences come from */
            registers: components["schemas"]["Register"][];
            /** @description Last days of the newest document and the newest dated action */
            freshness: {
                newest_document: string | null;
                newest_action: string | null;
            };
            /** @description Licence of the data */
            licence: {
                id: string;
                name: string;
                url: string;
            };
            citation: components["schemas"]["Citation"];
            /** @description Addresses of the main resources */
            links: {
                [key: string]: string;
            };
        };
        Detail: {
            /** @description Aspect of the action */
            aspect: string;
            /** @description In the words of this dataset */
            text: string;
        };
        /** @description A source of claims; the dataset leaves out its text. */
        Document: {
            /** @description Stable id */
            id: string;
        } & WithRequired<components["schemas"]["DocumentPart"], "id" | "kind" | "official" | "title" | "language" | "published" | "origin" | "read" | "passages">;
        /** @description Document: only the fields asked for, or with the additions of include. */
        DocumentPart: {
            /** @description Stable id */
            id?: string;
            /** @description Kind of document */
            kind?: string;
            /** @description Whether it is an official text */
            official?: string;
            /** @description The document's own title, or a description if it has none */
            title?: string;
            /** @description Publisher, if the document names one */
            publisher?: string;
            /** @description Author, if the document names one */
            author?: string;
            /** @description BCP 47 tag */
            language?: string;
            /**
             * Format: uri
             * @description Address, if it is known
             */
            url?: string;
            /** @description Date of publication; null if nothing limits it */
            published?: components["schemas"]["EventDate"] | null;
            /** @description The original report or text that it repeats, or its own id */
            origin?: string;
            read?: components["schemas"]["DocumentReading"];
            /** @description SPDX id or address of its licence, if it states one */
            licence?: string;
            /** @description The acknowledgement that its licence asks for */
            attribution?: string;
            /** @description Of its file, if the whole file is at hand */
            sha256?: string;
            /** @description Unicode code points of its file */
            length?: number;
            /** @description The register of which it is one reading */
            register?: string;
            /** @description Of a reading: the kinds that it lists completely */
            covers?: string[];
            /** @description The passages that claims rest on */
            passages?: components["schemas"]["Passage"][];
            /** @description Remarks for the reader */
            note?: string;
            /** @description With include=claims: the claims on this record */
            claims?: components["schemas"]["Claim"][];
            /** @description With include=citation: how to cite this record */
            citation?: components["schemas"]["Citation"];
        };
        /** @description When and how it was read. */
        DocumentReading: {
            /**
             * Format: date
             * @description Day of reading
             */
            on: string;
            /** @description The form in which it was read */
            as: string;
        };
        Effect: {
            /** @description First day of force */
            from: components["schemas"]["EventDate"] | null;
            /** @description Last day of force */
            until: components["schemas"]["EventDate"] | null;
            /** @description The action that ended it */
            until_by?: string;
        };
        /** @description A date as exact as the sources give it. Civil dates where it took place. */
        EventDate: {
            /** @description The date in EDTF: a year, month, day or decade (201X), a/b, [a..b], [..b] or [a..] */
            edtf: string;
            /** @description First day that it may mean; null where it is open */
            earliest: string | null;
            /** @description Last day that it may mean; null where it is open */
            latest: string | null;
            /** @description How exact it is */
            precision: string;
            /** @description How we know it */
            basis: string;
            /**
             * @description True if nothing limits the start: earliest is then the day of the first Bitcoin block
             * @constant
             */
            floor?: true;
            /** @description The working, where it was worked out */
            note?: string;
        };
        Evidence: {
            data: components["schemas"]["FieldEvidence"][];
            meta: components["schemas"]["UnpagedMeta"];
        };
        /** @description A file with a whole collection or table of a release. */
        ExportFile: {
            /** @description Version of the release */
            release: string;
            /** @description Name of the file */
            name: string;
            /** @description Format of the file */
            format: string;
            /** @description Path of the file; once released, its bytes change only if a record is removed on legal grounds */
            url: string;
            /** @description Length of the file */
            bytes: number;
            /** @description Of the file */
            sha256: string;
        };
        /** @description The evidence for a field of a record. */
        FieldEvidence: {
            /** @description Path of the field */
            field: string;
            /** @description The value that the record shows; null if no claim supports one */
            value: unknown;
            /** @description The rules that decided for this value: one, or those by which its rivals lost */
            decided_by: string[];
            sources: {
                /** @description Accepted and consistent claims */
                claims: number;
                /** @description Documents with these claims */
                documents: number;
                /** @description Independent reports behind them; repetitions of a report count once */
                origins: number;
            };
            /** @description The claims behind it: accepted, consistent and garbled ones */
            claims: components["schemas"]["Claim"][];
            /** @description The claims that disagree */
            rivals: components["schemas"]["Claim"][];
        };
        /** @description With in_force_on or licensed_in: whether it had force on that day. */
        Force: {
            /** @description How sure it is */
            certainty: string;
            /** @description Last day on which a document shows it; null if none has a date */
            confirmed_on: string | null;
        };
        Gap: {
            /** @description Aspect that is missing or weak */
            about: string;
            /** @description In words */
            text: string;
        };
        /** @description The legal entity that holds it. */
        Holder: {
            /** @description The legal entity, as the register has it */
            name: string;
            /** @description Its legal entity identifier by ISO 17442 */
            lei?: string;
            /** @description Names that it had before, the oldest first */
            names_before: string[];
        };
        Identifier: {
            /** @description Register of the identifier: lei, domain, a register of companies */
            scheme: string;
            /** @description The identifier */
            value: string;
            /** @description The legal entity that it belongs to */
            name?: string;
        };
        /** @description How the records of a query stand on a day. */
        InForce: {
            /** @description The day */
            on: string;
            /** @description Records that certainly had force */
            certain: number;
            /** @description Records that presumably had, the certain ones included */
            presumed: number;
            /** @description Records that may have had, all the others included */
            possible: number;
            /** @description Records among the possible ones that are only planned */
            planned: number;
            /** @description Records that match everything else but have no known effect */
            no_known_effect: number;
            /** @description With activity: other rules or cases that may have had, but state no activity */
            activity_not_stated?: number;
        };
        /** @description A feed by JSON Feed 1.1. */
        JsonFeed: {
            /**
             * @description Version of JSON Feed
             * @constant
             */
            version: "https://jsonfeed.org/version/1.1";
            /** @description Name of the dataset, and the query */
            title: string;
            /** @description The request in plain English */
            description: string;
            /** @description The page for people with the same query */
            home_page_url: string;
            /** @description This feed */
            feed_url: string;
            /** @description The next page, if there is one */
            next_url?: string;
            /** @description Who publishes it */
            authors: {
                name: string;
            }[];
            /** @description BCP 47 tag */
            language: string;
            /** @description The actions or changes */
            items: {
                /** @description The same on every server */
                id: string;
                /** @description The page about it for people */
                url: string;
                /** @description Who did what, or which record changed */
                title: string;
                /** @description Date in words and summary; of a change reason and fields */
                content_text: string;
                /** @description Time of the release that added it */
                date_published: string;
                /** @description Time of the release that last changed it */
                date_modified: string;
                /** @description Kind, type and activities; of a change its kind and reason */
                tags: string[];
                /** @description The record as JSON */
                attachments: {
                    /** @description The record in this API */
                    url: string;
                    /**
                     * @description Media type
                     * @constant
                     */
                    mime_type: "application/json";
                    /** @description Path of the record below /v1 */
                    title: string;
                }[];
            }[];
        };
        Lag: {
            /** @description At least; null where it is open */
            min: number | null;
            /** @description At most; null where it is open */
            max: number | null;
        };
        Lateness: {
            /** @description Licences that a later complete reading was the first to list */
            first_listed: number;
            /** @description Those of them that had been granted by the day of the reading before */
            late: number;
            /** @description Days from grant to first listing, the middle of the late ones */
            days: number | null;
        };
        /** @description A firm's permission, from its grant to its end. */
        Licence: {
            /** @description Stable id */
            id: string;
        } & WithRequired<components["schemas"]["LicencePart"], "id" | "kind" | "title" | "status" | "actor" | "holder" | "authority" | "granted" | "ended" | "activities" | "websites" | "numbers" | "regions" | "in_force" | "next" | "steps">;
        /** @description Licence: only the fields asked for, or with the additions of include. */
        LicencePart: {
            /** @description Stable id */
            id?: string;
            /** @description Kind of licence */
            kind?: string;
            /** @description In the words of this dataset */
            title?: string;
            /** @description Its status; null before its first step */
            status?: components["schemas"]["LicenceStatus"] | null;
            /** @description The firm, by the name that people use */
            actor?: string;
            holder?: components["schemas"]["Holder"];
            /** @description The body that granted it */
            authority?: string;
            /** @description The rule under which it was granted */
            rule?: string;
            /** @description When it was granted; null if nothing limits it */
            granted?: components["schemas"]["EventDate"] | null;
            /** @description When it ended; null if no end is known */
            ended?: components["schemas"]["EventDate"] | null;
            /** @description Who or what ended it, if it is stated */
            ended_by?: string;
            /** @description The activities allowed; null if they are not stated */
            activities?: string[] | null;
            /** @description Whom it may serve, if it is stated */
            clients?: string[];
            /** @description Domains of its websites */
            websites?: string[];
            /** @description Official numbers */
            numbers?: components["schemas"]["MatterNumber"][];
            /** @description Where it was granted, and where it is valid */
            regions?: components["schemas"]["RegionEntry"][];
            /** @description When and where it was in force, and for which activities */
            in_force?: components["schemas"]["LicenceTime"][];
            /** @description Steps that are still to come */
            next?: components["schemas"]["Step"][];
            /** @description All steps in the order of their dates */
            steps?: components["schemas"]["Step"][];
            /** @description The register that lists it */
            register?: components["schemas"]["Listing"];
            /**
             * Format: uri
             * @description Official address
             */
            url?: string;
            /** @description With include=claims: the claims on this record */
            claims?: components["schemas"]["Claim"][];
            /** @description With include=documents: the documents behind it */
            documents?: components["schemas"]["Document"][];
            /** @description With include=citation: how to cite this record */
            citation?: components["schemas"]["Citation"];
            force?: components["schemas"]["Force"];
        };
        LicenceStatus: {
            /** @description Granted, suspended or ended */
            stage: string;
            /** @description Since when; null if nothing limits it */
            since: components["schemas"]["EventDate"] | null;
            /**
             * Format: date
             * @description The last day on which a source shows it
             */
            as_of: string;
        };
        LicenceTime: {
            /** @description First day; null if nothing limits it */
            from: components["schemas"]["EventDate"] | null;
            /** @description Last day; null if no end is known */
            until: components["schemas"]["EventDate"] | null;
            /** @description The activities allowed; null if they are not stated */
            activities: string[] | null;
            /** @description The places where it holds */
            regions: string[];
            /** @description The steps that begin it; none for a change of places alone */
            actions: string[];
            /** @description The first official file that shows it */
            first_listed: string | null;
            /** @description The last official file of an unbroken run that shows it */
            last_listed: string | null;
        };
        Link: {
            /** @description How this action relates to the other */
            type: string;
            /** @description The other action */
            action: string;
            /** @description Who says so */
            basis: string;
            /** @description Days since the other action; null for part-of and reports */
            lag_days: components["schemas"]["Lag"] | null;
        };
        /** @description About a page of a list. */
        ListMeta: {
            /** @description Version of the release that answers */
            release: string;
            /** @description Records of the whole query */
            total: number;
            /** @description Most records on a page */
            limit: number;
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            /** @description Path and query of the next page; null on the last */
            next_url: string | null;
            /** @description The request in plain English */
            query: string;
            /** @description How to read an answer without the records asked for */
            note?: string;
            /** @description About licences, with activity: other records that the answer might have, but that state no activity */
            activity_not_stated?: number;
            /** @description The names in the request, with the ids that they stand for */
            resolved?: components["schemas"]["Resolved"][];
            /** @description With in_force_on: how many had force on that day */
            in_force?: components["schemas"]["InForce"];
            /** @description What the dataset covers, if the answer is empty or about licences */
            coverage?: components["schemas"]["AnswerCoverage"];
        };
        Listing: {
            /** @description The register */
            id: string;
            /** @description The register's own key of the row */
            row: string;
            /**
             * Format: date
             * @description The last reading that lists it
             */
            last_listed: string;
        };
        MatterEntry: {
            /** @description The rule or case */
            id: string;
            /** @description Its kind */
            kind: string;
            /** @description Its title */
            title: string;
            /** @description The stage that a rule reaches by this action */
            stage?: string;
        };
        MatterNumber: {
            /** @description Type of number */
            type: string;
            /** @description The number as it is written */
            value: string;
        };
        /** @description Matter: only the fields asked for, or with the additions of include. */
        MatterPart: {
            /** @description Stable id */
            id?: string;
            /** @description Kind of matter */
            kind?: string;
            /** @description In the words of this dataset */
            title?: string;
            /** @description Its status; null before its first step */
            status?: components["schemas"]["MatterStatus"] | null;
            /** @description Official numbers */
            numbers?: components["schemas"]["MatterNumber"][];
            /** @description Regions concerned */
            regions?: components["schemas"]["RegionEntry"][];
            /** @description The activities that its steps name */
            activities?: string[];
            /** @description When and where it has force, and for which activities */
            in_force?: components["schemas"]["MatterTime"][];
            /** @description Steps that are still to come */
            next?: components["schemas"]["Step"][];
            /** @description All steps in the order of their dates */
            steps?: components["schemas"]["Step"][];
            /**
             * Format: uri
             * @description Official address
             */
            url?: string;
            /** @description With include=claims: the claims on this record */
            claims?: components["schemas"]["Claim"][];
            /** @description With include=documents: the documents behind it */
            documents?: components["schemas"]["Document"][];
            /** @description With include=citation: how to cite this record */
            citation?: components["schemas"]["Citation"];
            force?: components["schemas"]["Force"];
        };
        MatterStatus: {
            /** @description Stage of the latest step; of a case its type */
            stage: string;
            /** @description Date of that step */
            since: components["schemas"]["EventDate"];
            /**
             * Format: date
             * @description The day on which this is so
             */
            as_of: string;
        };
        MatterTime: {
            /** @description First day of force; null if it is not known */
            from: components["schemas"]["EventDate"] | null;
            /** @description Last day of force; null if no end is known */
            until: components["schemas"]["EventDate"] | null;
            /** @description The activities concerned */
            activities: string[];
            /** @description Where it has force */
            regions: string[];
            /** @description The steps that state it, the first one first */
            actions: string[];
        };
        /** @description About this answer. */
        Meta: {
            /** @description Version of the release that answers */
            release: string;
        };
        /** @description A record in each line, as JSON */
        Ndjson: string;
        Passage: {
            /** @description Names the passage within its document */
            key: string;
            /** @description How many letters it has by the method letters-1 */
            letters: number;
            /** @description Hash of these letters in UTF-8 */
            sha256: string;
        };
        /** @description Why a request was refused (RFC 9457). */
        Problem: {
            /** @description Page that explains the problem */
            type: string;
            /** @description What kind of problem it is */
            title: string;
            /** @description HTTP status */
            status: number;
            /** @description What is wrong with this request */
            detail: string;
            /** @description This occurrence: the id in the log and in X-Request-Id */
            instance: string;
            /** @description The parameters at fault */
            errors: {
                /** @description The parameter at fault */
                parameter: string;
                /** @description What is wrong with it */
                message: string;
                /** @description The values that it takes */
                allowed?: string[];
                /** @description The nearest of them */
                did_you_mean?: string[];
            }[];
        };
        QuotedPassage: {
            /** @description Names the passage within its document */
            key: string;
            /** @description How many letters it has by the method letters-1 */
            letters: number;
            /** @description Hash of these letters in UTF-8 */
            sha256: string;
            /** @description Its words, if this server has the document */
            quote?: string;
        };
        /** @description What followed an action, by type and by lag. */
        Reactions: {
            /** @description Actions that follow the one asked for */
            total: number;
            /** @description How many of these are only planned */
            planned: number;
            by_type: {
                /** @description Type */
                type: string;
                /** @description How many */
                actions: number;
            }[];
            by_lag: {
                /** @description First and last day of the class, from the action asked for */
                days: components["schemas"]["Lag"];
                /** @description Reactions that certainly fall within it */
                certain: number;
                /** @description Reactions that may, because their dates are vague */
                possible: number;
            }[];
        };
        /** @description The dataset is open and answers. */
        Ready: {
            /** @constant */
            status: "ok";
            /**
             * Format: date-time
             * @description The time of the server
             */
            now: string;
            release: components["schemas"]["Release"];
        };
        /** @description An entity that may be meant. */
        ReconcileCandidate: {
            /** @description Its id */
            id: string;
            /** @description Its name */
            name: string;
            /** @description What it is and where, and the name that matched */
            description: string;
            /** @description Its types */
            type: components["schemas"]["ReconcileTypeName"][];
            /** @description How well it fits; 100 is best */
            score: number;
            /** @description Parts of the score */
            features: {
                /** @description What was compared */
                id: string;
                /** @description How it came out */
                value: number | boolean;
            }[];
            /** @description True if it is the only one with exactly this name */
            match: boolean;
        };
        /** @description Properties of entities. */
        ReconcileExtended: {
            /** @description The properties, as asked for */
            meta: {
                /** @description Its id */
                id: string;
                /** @description Its name */
                name: string;
                /** @description The type of its values */
                type?: components["schemas"]["ReconcileTypeName"];
            }[];
            /** @description The values of each property, by entity and property */
            rows: {
                [key: string]: {
                    [key: string]: components["schemas"]["ReconcileValue"][];
                };
            };
        };
        /** @description What the reconciliation service offers. */
        ReconcileManifest: {
            /** @description Versions of the protocol */
            versions: string[];
            /** @description Name of the service */
            name: string;
            /** @description Prefix that turns an id into an address */
            identifierSpace: string;
            /** @description Where the types are defined */
            schemaSpace: string;
            /** @description Every type */
            defaultTypes: components["schemas"]["ReconcileTypeName"][];
            /** @description Address of the documentation */
            documentation: string;
            /** @description Version of this program */
            serviceVersion: string;
            /** @description Page of an entity */
            view: {
                /** @description Address, with {{id}} in the place of the id */
                url: string;
            };
            /** @description Page of an entity, in a frame */
            preview: {
                /** @description Address, with {{id}} in the place of the id */
                url: string;
                /** @description Width of the frame in pixels */
                width: number;
                /** @description Height of the frame in pixels */
                height: number;
            };
            /** @description Autocompletion */
            suggest: {
                entity: components["schemas"]["ReconcilePlace"];
                property: components["schemas"]["ReconcilePlace"];
                type: components["schemas"]["ReconcilePlace"];
            };
            /** @description Data extension: properties of entities */
            extend: {
                propose_properties: components["schemas"]["ReconcilePlace"];
                /** @description None: no property has settings */
                property_settings: Record<string, never>[];
            };
            /** @description Most queries of a batch */
            batchSize: number;
        };
        /** @description Where a part of the service is. */
        ReconcilePlace: {
            /** @description Address of the server */
            service_url: string;
            /** @description Path */
            service_path: string;
        };
        /** @description What can be asked of an entity. */
        ReconcileProperty: {
            /** @description Its id */
            id: string;
            /** @description Its name */
            name: string;
            /** @description Description that tells it from others */
            description: string;
        };
        /** @description The candidates of each query, by its key. */
        ReconcileResults: {
            [key: string]: {
                /** @description Best first */
                result: components["schemas"]["ReconcileCandidate"][];
            };
        };
        /** @description A type of entity. */
        ReconcileType: {
            /** @description Its id */
            id: string;
            /** @description Its name */
            name: string;
            /** @description Description that tells it from others */
            description: string;
            /** @description Broader types */
            broader?: components["schemas"]["ReconcileTypeName"][];
        };
        /** @description A type of entity, by its name. */
        ReconcileTypeName: {
            /** @description Its id */
            id: string;
            /** @description Its name */
            name: string;
        };
        /** @description A value of a property. */
        ReconcileValue: {
            /** @description A text */
            str: string;
        } | {
            /** @description Its id */
            id: string;
            /** @description Its name */
            name: string;
        };
        /** @description A place. CN is mainland China, which does not include Hong Kong. */
        Region: {
            /** @description ISO 3166-1 alpha-2, ISO 3166-2, UN M49, or x-… without a standard */
            code: string;
        } & WithRequired<components["schemas"]["RegionPart"], "code" | "name" | "kind" | "parents" | "licences">;
        /** @description A region with how its law stands. */
        RegionDetail: {
            /** @description ISO 3166-1 alpha-2, ISO 3166-2, UN M49, or x-… without a standard */
            code: string;
        } & WithRequired<components["schemas"]["RegionPart"], "code" | "name" | "kind" | "parents" | "licences" | "counts" | "last_action" | "topics">;
        RegionEntry: {
            /** @description The region */
            code: string;
            /** @description Its name */
            name: string;
            /** @description Its part */
            role: string;
            /**
             * @description True on two or more entries of a role: exactly one of them holds
             * @constant
             */
            alternative?: true;
        };
        /** @description Licences in force on the day of the dataset. */
        RegionLicences: {
            /** @description Licences in force that were granted here */
            granted_here: number;
            /** @description Licences in force that are valid here, by itself or from above */
            valid_here: number;
        };
        RegionParent: {
            /** @description The region that it is part of */
            code: string;
            /**
             * Format: date
             * @description First day of a membership
             */
            from?: string;
            /**
             * Format: date
             * @description Last day of a membership
             */
            until?: string;
        };
        /** @description Region: only the fields asked for, or with the additions of include. */
        RegionPart: {
            /** @description ISO 3166-1 alpha-2, ISO 3166-2, UN M49, or x-… without a standard */
            code?: string;
            /** @description Name in English */
            name?: string;
            /** @description Kind of region */
            kind?: string;
            /** @description The regions just above it, and the unions that it is or was a member of */
            parents?: components["schemas"]["RegionParent"][];
            licences?: components["schemas"]["RegionLicences"];
            /** @description Records of the region and of all below it */
            counts?: {
                actions: number;
                rules: number;
                cases: number;
                actors: number;
            };
            /** @description The last action here or below, without grants, changes and ends of licences; null if there is none */
            last_action?: components["schemas"]["Step"] | null;
            /** @description What applies here by subject; none for areas, which make no law */
            topics?: components["schemas"]["RegionTopic"][];
            /** @description With include=claims: the claims on this record */
            claims?: components["schemas"]["Claim"][];
            /** @description With include=documents: the documents behind it */
            documents?: components["schemas"]["Document"][];
            /** @description With include=citation: how to cite this record */
            citation?: components["schemas"]["Citation"];
        };
        /** @description How a subject is governed in a region. */
        RegionTopic: {
            /** @description The subject */
            topic: string;
            /** @description The rules, the newest first */
            rules: components["schemas"]["TopicRule"][];
            /** @description Those for its activities; null if it has none */
            licences: components["schemas"]["TopicLicences"] | null;
            /** @description The action that is to come next; null if none is known */
            next: components["schemas"]["Step"] | null;
            /** @description The last action, without grants, changes and ends of licences; null if there is none */
            last_action: components["schemas"]["Step"] | null;
            /** @description Last day on which a document shows one of the rules */
            confirmed_on: string | null;
        };
        /** @description An official register that the dataset reads. */
        Register: {
            /** @description Stable id */
            id: string;
            /** @description Its name */
            title: string;
            /** @description The body that keeps it */
            authority: string;
            /** @description The rule under which the licences are granted */
            rule?: string;
            /**
             * Format: uri
             * @description Official address
             */
            url: string;
            /** @description The places whose licences it lists */
            places: string[];
            /** @description The kinds of licences that it lists */
            kinds: string[];
            /** @description Its readings, the oldest first */
            readings: components["schemas"]["RegisterReading"][];
            /** @description The day from which it lists all; null if it never does */
            complete_from: string | null;
            /** @description How late it lists licences, and so how far counts of the last months can be trusted */
            lateness: components["schemas"]["Lateness"] | null;
            /** @description What one must not expect to find in it */
            leaves_out: string;
            /** @description The acknowledgement that it asks for */
            attribution: string;
        };
        /** @description What a register can show. */
        RegisterCoverage: {
            /** @description The register, as /v1 describes it */
            id: string;
            /** @description Day of its last reading; null without one */
            last_reading: string | null;
            /** @description How many readings there are */
            readings: number;
            /** @description The day from which it lists all; null if it never does */
            complete_from: string | null;
            /** @description How late it lists licences, and so how far counts of the last months can be trusted */
            lateness: components["schemas"]["Lateness"] | null;
            /** @description What one must not expect to find in it */
            leaves_out: string;
        };
        RegisterReading: {
            /** @description The reading, as a document */
            document: string;
            /**
             * Format: date
             * @description The day on which it was current
             */
            on: string;
            /** @description file, or normalised: a copy that somebody rearranged */
            as: string;
            /** @description The kinds that it lists completely */
            covers: string[];
        };
        /** @description The state of the dataset that answers. */
        Release: {
            /** @description Calendar version, with -unreleased if anything changed since */
            version: string;
            /** @description Day of the release; null if it is not released */
            date: string | null;
            /** @description sha256 of `path<tab>sha256 of the JSON` of all records, by path */
            hash: string;
        };
        /** @description A release: it never changes. */
        ReleaseSummary: {
            /** @description Calendar version */
            version: string;
        } & WithRequired<components["schemas"]["ReleaseSummaryPart"], "version" | "date" | "time" | "hash" | "counts" | "changes">;
        /** @description ReleaseSummary: only the fields asked for, or with the additions of include. */
        ReleaseSummaryPart: {
            /** @description Calendar version */
            version?: string;
            /**
             * Format: date
             * @description Day of the release
             */
            date?: string;
            /**
             * Format: date-time
             * @description Time of the release
             */
            time?: string;
            /** @description Hash of all its records */
            hash?: string;
            /** @description Records of each collection */
            counts?: {
                [key: string]: number;
            };
            /** @description Changes of each kind since the release before */
            changes?: {
                [key: string]: number;
            };
            /** @description With include=citation: how to cite this record */
            citation?: components["schemas"]["Citation"];
        };
        /** @description A name in a request. */
        Resolved: {
            /** @description The parameter */
            parameter: string;
            /** @description The name that was given */
            name: string;
            /** @description The id that it stands for */
            id: string;
        };
        /** @description A law or another rule, from the first draft to its end. */
        Rule: {
            /** @description Stable id */
            id: string;
        } & WithRequired<components["schemas"]["MatterPart"], "id" | "kind" | "title" | "status" | "numbers" | "regions" | "activities" | "in_force" | "next" | "steps">;
        /** @description A record that a search found. */
        SearchHit: {
            /** @description Path of the record below /v1 */
            record: string;
            /** @description Its title or name */
            title: string;
            /** @description Where it matches, as HTML: <mark> around the words, all else escaped */
            highlights: string[];
            /** @description The name of the actor that matched */
            matched_name?: string;
            /** @description Higher is better; comparable within one answer */
            score: number;
        };
        /** @description How well the sources support an action. */
        Sources: {
            /** @description Accepted and consistent claims */
            claims: number;
            /** @description Documents with these claims */
            documents: number;
            /** @description Independent reports behind them; repetitions of a report count once */
            origins: number;
            /** @description Official documents among them */
            official: number;
            /** @description True if neither an official document nor two origins state the date */
            single_source: boolean;
            /** @description Disputed fields */
            conflicts: string[];
        };
        Step: {
            /** @description The action */
            action: string;
            /** @description Its title */
            title: string;
            /** @description Its type */
            type: string;
            /** @description The stage that a rule reached by it */
            stage?: string;
            /** @description Its date */
            date: components["schemas"]["EventDate"];
            /** @description True if it was only planned when it was reported */
            planned: boolean;
        };
        /** @description An entity that may be meant. */
        SuggestedEntity: {
            /** @description Its id */
            id: string;
            /** @description Its name */
            name: string;
            /** @description Description that tells it from others */
            description: string;
            /** @description Its types */
            notable: components["schemas"]["ReconcileTypeName"][];
        };
        /** @description A sum of amounts; a part is null if an amount lacks it. */
        Sum: {
            /** @description Of the lower bounds */
            low: number | null;
            /** @description Of the figures */
            best: number | null;
            /** @description Of the upper bounds */
            high: number | null;
        };
        /** @description One code of the codebook. */
        Term: {
            /** @description Scheme and code, joined by a slash */
            id: string;
        } & WithRequired<components["schemas"]["TermPart"], "id" | "scheme" | "code" | "label" | "definition">;
        /** @description Term: only the fields asked for, or with the additions of include. */
        TermPart: {
            /** @description Scheme and code, joined by a slash */
            id?: string;
            /** @description The list that the code belongs to */
            scheme?: string;
            /** @description The value in records and filters */
            code?: string;
            /** @description The code in plain words */
            label?: string;
            /** @description Meaning of the code */
            definition?: string;
            /** @description What the code includes */
            includes?: string;
            /** @description What the code excludes */
            excludes?: string;
            /** @description The broader code */
            parent?: string;
            /** @description Of a topic: the activities of it */
            activities?: string[];
            /** @description Of a topic: the types of action of it; a kind stands for all its types */
            types?: string[];
            /** @description Of a topic: types of it unless all activities of the act are those of other topics */
            general_types?: string[];
            /** @description With include=citation: how to cite this record */
            citation?: components["schemas"]["Citation"];
        };
        /** @description Licences in force on the day of the dataset. */
        TopicLicences: {
            /** @description Licences in force that were granted here */
            granted_here: number;
            /** @description Licences in force that are valid here, by itself or from above */
            valid_here: number;
            /** @description Others valid here that state no activity */
            activity_not_stated: number;
        };
        /** @description A rule that applies in a region, or is on its way. */
        TopicRule: {
            /** @description Stable id */
            id: string;
            /** @description In the words of this dataset */
            title: string;
            /** @description Stage of its latest step */
            stage: string;
            /** @description How sure it is that it has force; null if no document says that it has force now */
            certainty: string | null;
            /** @description Last day on which a document shows it in force */
            confirmed_on: string | null;
            /** @description True if it is law of the region itself, false if from above */
            own: boolean;
        };
        /** @description About a list without pages. */
        UnpagedMeta: {
            /** @description Version of the release that answers */
            release: string;
            /** @description Items in all */
            total: number;
        };
    };
    responses: {
        /** @description A parameter is not valid; The request cannot be read */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No acceptable format */
        Problem406: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The URL is too long */
        Problem414: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests */
        Problem429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something went wrong here */
        Problem500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server is overloaded; Search is busy */
        Problem503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The client has this answer already. Other answers have the same headers */
        Status304: {
            headers: {
                /** @description Strong tag of this answer, for If-None-Match */
                ETag?: string;
                /** @description Time of the release */
                "Last-Modified"?: string;
                /** @description Version of the release */
                "X-Dataset-Release"?: string;
                /** @description next, describedby, service-desc, license and cite-as */
                Link?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The record has another id now */
        Status308: {
            headers: {
                /** @description The address to use */
                Location?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description There is nothing at this path; There is no record with this id */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The record has been withdrawn */
        Problem410: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request is too large */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not a form */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description With latest: the release that is served now */
        Status307: {
            headers: {
                /** @description The address to use */
                Location?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The range lies outside of the file */
        Problem416: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Action id; any of these */
        id: string[];
        /** @description Like id, but none of these */
        not_id: string[];
        /** @description Kind of action; any of these */
        kind: ("regulation" | "enforcement" | "licensing" | "judicial" | "industry" | "market" | "statement")[];
        /** @description Like kind, but none of these */
        not_kind: ("regulation" | "enforcement" | "licensing" | "judicial" | "industry" | "market" | "statement")[];
        /** @description Type of action; any of these */
        type: ("ban" | "restriction" | "licensing-regime" | "registration-regime" | "aml-rule" | "tax-rule" | "marketing-rule" | "prudential-rule" | "stablecoin-rule" | "token-offering-rule" | "rule" | "exemption" | "legal-tender" | "classification" | "guidance" | "warning" | "policy-statement" | "consultation" | "standard" | "official-currency" | "state-holding" | "repeal" | "investigation" | "charge" | "settlement" | "penalty" | "plea" | "sentence" | "pardon" | "arrest" | "seizure" | "forfeiture" | "shutdown-order" | "supervisory-order" | "access-block" | "account-block" | "censorship" | "sanction" | "sanction-removal" | "campaign" | "licence-grant" | "licence-change" | "licence-suspension" | "licence-withdrawal" | "licence-end" | "licence-refusal" | "product-approval" | "lawsuit" | "ruling" | "injunction" | "stay" | "remand" | "dismissal" | "appeal" | "conviction" | "acquittal" | "registration-halt" | "account-closure" | "service-termination" | "market-entry" | "market-exit" | "closure" | "relocation" | "sales-halt" | "token-delisting" | "compliance-step" | "resumption" | "bankruptcy" | "expansion" | "price-move" | "market-size" | "opinion" | "forecast" | "report" | "denial")[];
        /** @description Like type, but none of these */
        not_type: ("ban" | "restriction" | "licensing-regime" | "registration-regime" | "aml-rule" | "tax-rule" | "marketing-rule" | "prudential-rule" | "stablecoin-rule" | "token-offering-rule" | "rule" | "exemption" | "legal-tender" | "classification" | "guidance" | "warning" | "policy-statement" | "consultation" | "standard" | "official-currency" | "state-holding" | "repeal" | "investigation" | "charge" | "settlement" | "penalty" | "plea" | "sentence" | "pardon" | "arrest" | "seizure" | "forfeiture" | "shutdown-order" | "supervisory-order" | "access-block" | "account-block" | "censorship" | "sanction" | "sanction-removal" | "campaign" | "licence-grant" | "licence-change" | "licence-suspension" | "licence-withdrawal" | "licence-end" | "licence-refusal" | "product-approval" | "lawsuit" | "ruling" | "injunction" | "stay" | "remand" | "dismissal" | "appeal" | "conviction" | "acquittal" | "registration-halt" | "account-closure" | "service-termination" | "market-entry" | "market-exit" | "closure" | "relocation" | "sales-halt" | "token-delisting" | "compliance-step" | "resumption" | "bankruptcy" | "expansion" | "price-move" | "market-size" | "opinion" | "forecast" | "report" | "denial")[];
        /** @description Rule, case or licence that it is a step of; together with stage, by a step of that stage; any of these */
        matter: string[];
        /** @description Like matter, but none of these */
        not_matter: string[];
        /** @description Register that lists the licence that it is a step of; any of these */
        register: string[];
        /** @description Like register, but none of these */
        not_register: string[];
        /** @description Stage that a rule reaches by it; any of these */
        stage: ("consulted" | "proposed" | "passed" | "signed" | "published" | "in-force" | "applies" | "amended" | "postponed" | "suspended" | "repealed" | "expired" | "withdrawn" | "rejected")[];
        /** @description Like stage, but none of these */
        not_stage: ("consulted" | "proposed" | "passed" | "signed" | "published" | "in-force" | "applies" | "amended" | "postponed" | "suspended" | "repealed" | "expired" | "withdrawn" | "rejected")[];
        /** @description Region, or anything below it, in any role; any of these */
        region: string[];
        /** @description Like region, but none of these */
        not_region: string[];
        /** @description Actor: an id or any of its names; any of these */
        actor: string[];
        /** @description Like actor, but none of these */
        not_actor: string[];
        /** @description Agency: an id or any of its names; any of these */
        agency: string[];
        /** @description Like agency, but none of these */
        not_agency: string[];
        /** @description Exchange: an id or any of its names; any of these */
        exchange: string[];
        /** @description Like exchange, but none of these */
        not_exchange: string[];
        /** @description Role of an actor; together with actor, agency or exchange, the role of that one; any of these */
        role: ("issuer" | "enforcer" | "target" | "affected" | "subject" | "speaker" | "reporter" | "confirmer" | "intermediary" | "claimant" | "defendant" | "court")[];
        /** @description Like role, but none of these */
        not_role: ("issuer" | "enforcer" | "target" | "affected" | "subject" | "speaker" | "reporter" | "confirmer" | "intermediary" | "claimant" | "defendant" | "court")[];
        /** @description Role of a region; together with region, the role of that one; of a licence jurisdiction is where it was granted; any of these */
        region_role: ("jurisdiction" | "affected" | "origin" | "destination" | "subject" | "valid")[];
        /** @description Like region_role, but none of these */
        not_region_role: ("jurisdiction" | "affected" | "origin" | "destination" | "subject" | "valid")[];
        /** @description Region where it applies: its own and those from above, such as of its country, a union or the world; any of these */
        applies_in: string[];
        /** @description Like applies_in, but none of these */
        not_applies_in: string[];
        /** @description Activity concerned or allowed, or a narrower one; together with applies_in or in_force_on, in force there and then for it; any of these */
        activity: ("trading" | "exchange-service" | "trading-platform" | "fiat-conversion" | "crypto-conversion" | "brokerage" | "order-execution" | "order-routing" | "placing" | "custody" | "transfer" | "payment" | "advice" | "asset-management" | "lending" | "staking" | "derivatives" | "investment-product" | "financial-service" | "issuance" | "stablecoin" | "tokenisation" | "mining" | "hardware-sale" | "power-supply" | "wallet" | "defi" | "nft" | "official-digital-currency" | "advertising" | "information-access" | "market-data" | "securities" | "blockchain")[];
        /** @description Like activity, but none of these */
        not_activity: ("trading" | "exchange-service" | "trading-platform" | "fiat-conversion" | "crypto-conversion" | "brokerage" | "order-execution" | "order-routing" | "placing" | "custody" | "transfer" | "payment" | "advice" | "asset-management" | "lending" | "staking" | "derivatives" | "investment-product" | "financial-service" | "issuance" | "stablecoin" | "tokenisation" | "mining" | "hardware-sale" | "power-supply" | "wallet" | "defi" | "nft" | "official-digital-currency" | "advertising" | "information-access" | "market-data" | "securities" | "blockchain")[];
        /** @description Quantity of an amount; together with amount_unit, of one in that unit; any of these */
        quantity: ("companies" | "mining-devices" | "mining-businesses" | "electricity-saved" | "electricity-used" | "share-price-change" | "market-value-change" | "mining-share" | "mining-rank" | "trading-rank" | "users" | "mini-programs" | "fine" | "disgorgement" | "interest" | "forfeiture" | "restitution" | "damages" | "total-payment" | "sum-at-issue" | "loss" | "seized-value" | "prison-term" | "tax-rate" | "capital-requirement" | "reserve-requirement" | "limit" | "threshold" | "fee" | "assets" | "holdings" | "customers" | "accounts" | "sites" | "persons" | "licences" | "electricity-price" | "price" | "price-change" | "market-value" | "trading-volume" | "trading-share" | "votes-for" | "votes-against")[];
        /** @description Like quantity, but none of these */
        not_quantity: ("companies" | "mining-devices" | "mining-businesses" | "electricity-saved" | "electricity-used" | "share-price-change" | "market-value-change" | "mining-share" | "mining-rank" | "trading-rank" | "users" | "mini-programs" | "fine" | "disgorgement" | "interest" | "forfeiture" | "restitution" | "damages" | "total-payment" | "sum-at-issue" | "loss" | "seized-value" | "prison-term" | "tax-rate" | "capital-requirement" | "reserve-requirement" | "limit" | "threshold" | "fee" | "assets" | "holdings" | "customers" | "accounts" | "sites" | "persons" | "licences" | "electricity-price" | "price" | "price-change" | "market-value" | "trading-volume" | "trading-share" | "votes-for" | "votes-against")[];
        /** @description Unit of an amount; any of these */
        amount_unit: ("1" | "%" | "kW.h" | "d" | "mo" | "a" | "USD" | "EUR" | "GBP" | "INR" | "JPY" | "CNY" | "KRW" | "CHF" | "SGD" | "HKD" | "AED" | "BRL" | "CAD" | "AUD" | "NZD" | "TWD" | "MYR" | "IDR" | "PHP" | "THB" | "VND" | "PKR" | "KZT" | "RUB" | "TRY" | "ILS" | "NGN" | "ZAR" | "KES" | "ARS" | "CLP" | "COP" | "MXN" | "PLN" | "SEK")[];
        /** @description Like amount_unit, but none of these */
        not_amount_unit: ("1" | "%" | "kW.h" | "d" | "mo" | "a" | "USD" | "EUR" | "GBP" | "INR" | "JPY" | "CNY" | "KRW" | "CHF" | "SGD" | "HKD" | "AED" | "BRL" | "CAD" | "AUD" | "NZD" | "TWD" | "MYR" | "IDR" | "PHP" | "THB" | "VND" | "PKR" | "KZT" | "RUB" | "TRY" | "ILS" | "NGN" | "ZAR" | "KES" | "ARS" | "CLP" | "COP" | "MXN" | "PLN" | "SEK")[];
        /** @description Document with a claim on the action; any of these */
        document: string[];
        /** @description Like document, but none of these */
        not_document: string[];
        /** @description Type of a link to another action; together with linked_to, of the link to that one; any of these */
        link: ("responds-to" | "implements" | "enforces" | "repeals" | "amends" | "extends" | "overturns" | "part-of" | "reports")[];
        /** @description Like link, but none of these */
        not_link: ("responds-to" | "implements" | "enforces" | "repeals" | "amends" | "extends" | "overturns" | "part-of" | "reports")[];
        /** @description Action that a link leads to; any of these */
        linked_to: string[];
        /** @description Like linked_to, but none of these */
        not_linked_to: string[];
        /** @description Features of the record; any of these */
        has: ("amounts" | "links" | "effect" | "due" | "conflicts" | "unnamed" | "details" | "matter" | "official-source" | "two-origins")[];
        /** @description Like has, but none of these */
        not_has: ("amounts" | "links" | "effect" | "due" | "conflicts" | "unnamed" | "details" | "matter" | "official-source" | "two-origins")[];
        /** @description True: only planned actions; false: only others */
        planned: boolean;
        /** @description Added or changed after this release, or since the first day of this year, month or day */
        changed_since: string;
        /** @description On or after the first day of this year, month or day */
        from: string;
        /** @description On or before the last day of this year, month or day */
        to: string;
        /** @description How sure in_force_on must be, and whether vague dates may (possible) or must (certain) match from and to */
        date_match: "possible" | "presumed" | "certain";
        /** @description In force on this day; date_match says how sure that must be */
        in_force_on: string;
        /** @description The date that from, to and the order refer to; actions without it are left out */
        date_field: "date" | "due" | "effect_from" | "effect_until";
        /** @description At least this amount, by its figure or else by its lower bound; needs amount_unit */
        amount_min: number;
        /** @description True: without the regions below region */
        region_exact: boolean;
        /** @description Text search: words that all occur, "a phrase", a prefix* of three letters or more, -not this */
        q: string;
        /** @description Records on a page */
        limit: number;
        /** @description meta.next of the previous page */
        cursor: string;
        /** @description More with each record; limit is at most 100 then */
        include: ("claims" | "documents" | "linked" | "citation")[];
        /** @description With format=csv: a row for each record (wide, the default), or for each claim on them (long) */
        shape: "wide" | "long";
        /** @description Format of the answer; overrides the Accept header */
        format: "json" | "bibtex" | "csl";
        /** @description Action id */
        "id-actions": string;
        /** @description Format of the answer; overrides the Accept header */
        "format-actions": "json";
        /** @description Actor of one of its steps: an id or any of its names; any of these */
        "actor-rules": string[];
        /** @description Like actor, but none of these */
        "not_actor-rules": string[];
        /** @description Order of the records */
        sort: "id" | "-id";
        /** @description Only these fields of each record */
        fields: ("id" | "kind" | "title" | "status" | "numbers" | "regions" | "activities" | "in_force" | "next" | "steps" | "url" | "force")[];
        /** @description More with each record; limit is at most 100 then */
        "include-rules": ("claims" | "documents" | "citation")[];
        /** @description Format of the answer; overrides the Accept header */
        "format-rules": "json" | "csv" | "ndjson";
        /** @description Only these fields of each record */
        "fields-rules": ("id" | "kind" | "title" | "status" | "numbers" | "regions" | "activities" | "in_force" | "next" | "steps" | "url")[];
        /** @description Rule id */
        "id-rules": string;
        /** @description Case id */
        "id-cases": string;
        /** @description Order of the records */
        "sort-licences": "-date" | "date";
        /** @description Licence id */
        "id-licences": string;
        /** @description Region that the actor belongs to, or anything below it; any of these */
        "region-exchanges": string[];
        /** @description Place in which the actor holds a licence, registration or notification, also one from above, such as of its country or a union; any of these */
        licensed_in: string[];
        /** @description With licensed_in: activity that the licence allows, or a narrower one; any of these */
        "activity-exchanges": ("trading" | "exchange-service" | "trading-platform" | "fiat-conversion" | "crypto-conversion" | "brokerage" | "order-execution" | "order-routing" | "placing" | "custody" | "transfer" | "payment" | "advice" | "asset-management" | "lending" | "staking" | "derivatives" | "investment-product" | "financial-service" | "issuance" | "stablecoin" | "tokenisation" | "mining" | "hardware-sale" | "power-supply" | "wallet" | "defi" | "nft" | "official-digital-currency" | "advertising" | "information-access" | "market-data" | "securities" | "blockchain")[];
        /** @description Sector of the actor; any of these */
        sector: ("exchange" | "broker" | "custodian" | "stablecoin-issuer" | "token-issuer" | "mining" | "mining-pool" | "mining-hardware" | "wallet" | "defi" | "mixer" | "network" | "financial-services" | "bank" | "payment" | "asset-manager" | "stock-exchange" | "market-data" | "analytics" | "commerce" | "social-media" | "media" | "technology" | "professional-services" | "self-regulator" | "advocacy" | "central-bank" | "securities-regulator" | "financial-regulator" | "other-regulator" | "government" | "ministry" | "court" | "prosecutor" | "police" | "tax-authority" | "intelligence-unit" | "sanctions-authority" | "legislature" | "intergovernmental" | "academia")[];
        /** @description Like sector, but none of these */
        not_sector: ("exchange" | "broker" | "custodian" | "stablecoin-issuer" | "token-issuer" | "mining" | "mining-pool" | "mining-hardware" | "wallet" | "defi" | "mixer" | "network" | "financial-services" | "bank" | "payment" | "asset-manager" | "stock-exchange" | "market-data" | "analytics" | "commerce" | "social-media" | "media" | "technology" | "professional-services" | "self-regulator" | "advocacy" | "central-bank" | "securities-regulator" | "financial-regulator" | "other-regulator" | "government" | "ministry" | "court" | "prosecutor" | "police" | "tax-authority" | "intelligence-unit" | "sanctions-authority" | "legislature" | "intergovernmental" | "academia")[];
        /** @description Features of the record; any of these */
        "has-exchanges": ("conflicts" | "affiliations" | "identifiers")[];
        /** @description Like has, but none of these */
        "not_has-exchanges": ("conflicts" | "affiliations" | "identifiers")[];
        /** @description With licensed_in: licensed on this day, by default on that of the dataset */
        "in_force_on-exchanges": string;
        /** @description With licensed_in: how sure it must be that a licence holds on the day */
        "date_match-exchanges": "possible" | "presumed" | "certain";
        /** @description Only these fields of each record */
        "fields-exchanges": ("id" | "kind" | "name" | "names" | "sector" | "region" | "affiliations" | "identifiers" | "force")[];
        /** @description More with each record; limit is at most 100 then */
        "include-exchanges": ("claims" | "documents" | "licences" | "citation")[];
        /** @description Only these fields of each record */
        "fields-exchanges-record": ("id" | "kind" | "name" | "names" | "sector" | "region" | "affiliations" | "identifiers")[];
        /** @description Actor id */
        "id-actors": string;
        /** @description Whether vague dates may (possible) or must (certain) match from and to */
        "date_match-documents": "possible" | "certain";
        /** @description Only these fields of each record */
        "fields-documents": ("id" | "kind" | "official" | "title" | "publisher" | "author" | "language" | "url" | "published" | "origin" | "read" | "licence" | "attribution" | "sha256" | "length" | "register" | "covers" | "passages" | "note")[];
        /** @description More with each record; limit is at most 100 then */
        "include-documents": ("claims" | "citation")[];
        /** @description Like record, but none of these */
        not_record: string[];
        /** @description Only these fields of each record */
        "fields-claims": ("id" | "record" | "field" | "value" | "as_reported" | "document" | "origin" | "passage" | "row" | "last_document" | "status" | "basis" | "rests_on" | "rule" | "note")[];
        /** @description More with each record; limit is at most 100 then */
        "include-claims": "citation"[];
        /** @description Function that the answer calls, as a script (JSONP) */
        callback: string;
        /** @description Only entities of this type; all if it is empty */
        "type-reconcile": string;
        /** @description Beginning of a name, a word in it or an id */
        prefix: string;
        /** @description How many to skip */
        "cursor-reconcile": number;
        /** @description Most suggestions */
        "limit-reconcile": number;
        /** @description No effect; accepted because clients of the protocol send it */
        exact: string;
        /** @description No effect; accepted because clients of the protocol send it */
        filter: string;
        /** @description No effect; accepted because clients of the protocol send it */
        key: string;
        /** @description No effect; accepted because clients of the protocol send it */
        lang: string;
        /** @description No effect; accepted because clients of the protocol send it */
        prefixed: string;
        /** @description No effect; accepted because clients of the protocol send it */
        scoring: string;
        /** @description No effect; accepted because clients of the protocol send it */
        spell: string;
        /** @description No effect; accepted because clients of the protocol send it */
        stemmed: string;
        /** @description No effect; accepted because clients of the protocol send it */
        type_strict: string;
        /** @description Only these fields of each record */
        "fields-vocabulary": ("id" | "scheme" | "code" | "label" | "definition" | "includes" | "excludes" | "parent" | "activities" | "types" | "general_types")[];
        /** @description Only these fields of each record */
        "fields-releases": ("version" | "date" | "time" | "hash" | "counts" | "changes")[];
        /** @description Only these fields of each record */
        "fields-changes": ("id" | "release" | "date" | "record" | "change" | "fields" | "into" | "reason" | "note")[];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alive"];
                };
            };
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dataset is open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "get-dataset": {
        parameters: {
            query?: {
                /** @description Format of the answer; overrides the Accept header */
                format?: "json" | "jsonld" | "bibtex" | "csl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dataset */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Dataset"];
                        meta: components["schemas"]["Meta"];
                    };
                    "application/ld+json": {
                        [key: string]: unknown;
                    };
                    "application/x-bibtex": components["schemas"]["Bibtex"];
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItems"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-actions": {
        parameters: {
            query?: {
                /** @description Action id; any of these */
                id?: components["parameters"]["id"];
                /** @description Like id, but none of these */
                not_id?: components["parameters"]["not_id"];
                /** @description Kind of action; any of these */
                kind?: components["parameters"]["kind"];
                /** @description Like kind, but none of these */
                not_kind?: components["parameters"]["not_kind"];
                /** @description Type of action; any of these */
                type?: components["parameters"]["type"];
                /** @description Like type, but none of these */
                not_type?: components["parameters"]["not_type"];
                /** @description Rule, case or licence that it is a step of; together with stage, by a step of that stage; any of these */
                matter?: components["parameters"]["matter"];
                /** @description Like matter, but none of these */
                not_matter?: components["parameters"]["not_matter"];
                /** @description Register that lists the licence that it is a step of; any of these */
                register?: components["parameters"]["register"];
                /** @description Like register, but none of these */
                not_register?: components["parameters"]["not_register"];
                /** @description Stage that a rule reaches by it; any of these */
                stage?: components["parameters"]["stage"];
                /** @description Like stage, but none of these */
                not_stage?: components["parameters"]["not_stage"];
                /** @description Region, or anything below it, in any role; any of these */
                region?: components["parameters"]["region"];
                /** @description Like region, but none of these */
                not_region?: components["parameters"]["not_region"];
                /** @description Actor: an id or any of its names; any of these */
                actor?: components["parameters"]["actor"];
                /** @description Like actor, but none of these */
                not_actor?: components["parameters"]["not_actor"];
                /** @description Agency: an id or any of its names; any of these */
                agency?: components["parameters"]["agency"];
                /** @description Like agency, but none of these */
                not_agency?: components["parameters"]["not_agency"];
                /** @description Exchange: an id or any of its names; any of these */
                exchange?: components["parameters"]["exchange"];
                /** @description Like exchange, but none of these */
                not_exchange?: components["parameters"]["not_exchange"];
                /** @description Role of an actor; together with actor, agency or exchange, the role of that one; any of these */
                role?: components["parameters"]["role"];
                /** @description Like role, but none of these */
                not_role?: components["parameters"]["not_role"];
                /** @description Role of a region; together with region, the role of that one; of a licence jurisdiction is where it was granted; any of these */
                region_role?: components["parameters"]["region_role"];
                /** @description Like region_role, but none of these */
                not_region_role?: components["parameters"]["not_region_role"];
                /** @description Region where it applies: its own and those from above, such as of its country, a union or the world; any of these */
                applies_in?: components["parameters"]["applies_in"];
                /** @description Like applies_in, but none of these */
                not_applies_in?: components["parameters"]["not_applies_in"];
                /** @description Activity concerned or allowed, or a narrower one; together with applies_in or in_force_on, in force there and then for it; any of these */
                activity?: components["parameters"]["activity"];
                /** @description Like activity, but none of these */
                not_activity?: components["parameters"]["not_activity"];
                /** @description Quantity of an amount; together with amount_unit, of one in that unit; any of these */
                quantity?: components["parameters"]["quantity"];
                /** @description Like quantity, but none of these */
                not_quantity?: components["parameters"]["not_quantity"];
                /** @description Unit of an amount; any of these */
                amount_unit?: components["parameters"]["amount_unit"];
                /** @description Like amount_unit, but none of these */
                not_amount_unit?: components["parameters"]["not_amount_unit"];
                /** @description Document with a claim on the action; any of these */
                document?: components["parameters"]["document"];
                /** @description Like document, but none of these */
                not_document?: components["parameters"]["not_document"];
                /** @description Type of a link to another action; together with linked_to, of the link to that one; any of these */
                link?: components["parameters"]["link"];
                /** @description Like link, but none of these */
                not_link?: components["parameters"]["not_link"];
                /** @description Action that a link leads to; any of these */
                linked_to?: components["parameters"]["linked_to"];
                /** @description Like linked_to, but none of these */
                not_linked_to?: components["parameters"]["not_linked_to"];
                /** @description Features of the record; any of these */
                has?: components["parameters"]["has"];
                /** @description Like has, but none of these */
                not_has?: components["parameters"]["not_has"];
                /** @description True: only planned actions; false: only others */
                planned?: components["parameters"]["planned"];
                /** @description Added or changed after this release, or since the first day of this year, month or day */
                changed_since?: components["parameters"]["changed_since"];
                /** @description On or after the first day of this year, month or day */
                from?: components["parameters"]["from"];
                /** @description On or before the last day of this year, month or day */
                to?: components["parameters"]["to"];
                /** @description How sure in_force_on must be, and whether vague dates may (possible) or must (certain) match from and to */
                date_match?: components["parameters"]["date_match"];
                /** @description In force on this day; date_match says how sure that must be */
                in_force_on?: components["parameters"]["in_force_on"];
                /** @description The date that from, to and the order refer to; actions without it are left out */
                date_field?: components["parameters"]["date_field"];
                /** @description At least this amount, by its figure or else by its lower bound; needs amount_unit */
                amount_min?: components["parameters"]["amount_min"];
                /** @description True: without the regions below region */
                region_exact?: components["parameters"]["region_exact"];
                /** @description Text search: words that all occur, "a phrase", a prefix* of three letters or more, -not this */
                q?: components["parameters"]["q"];
                /** @description Order of the records */
                sort?: "-date" | "date" | "-added" | "relevance";
                /** @description Records on a page */
                limit?: components["parameters"]["limit"];
                /** @description meta.next of the previous page */
                cursor?: components["parameters"]["cursor"];
                /** @description Only these fields of each record */
                fields?: ("id" | "title" | "summary" | "kind" | "type" | "matters" | "date" | "planned" | "due" | "effect" | "actors" | "regions" | "activities" | "amounts" | "details" | "links" | "sources" | "force")[];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include"];
                /** @description With format=csv: a row for each record (wide, the default), or for each claim on them (long) */
                shape?: components["parameters"]["shape"];
                /** @description Format of the answer; overrides the Accept header */
                format?: "json" | "csv" | "ndjson" | "atom" | "jsonfeed" | "ics";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of actions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Action"] | components["schemas"]["ActionPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": components["schemas"]["Csv"];
                    "application/x-ndjson": components["schemas"]["Ndjson"];
                    "application/atom+xml": string;
                    "application/feed+json": components["schemas"]["JsonFeed"];
                    "text/calendar": string;
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "get-actions": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: ("id" | "title" | "summary" | "kind" | "type" | "matters" | "date" | "planned" | "due" | "effect" | "actors" | "regions" | "activities" | "amounts" | "details" | "links" | "sources")[];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format"];
            };
            header?: never;
            path: {
                /** @description Action id */
                id: components["parameters"]["id-actions"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The action */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Action"] | components["schemas"]["ActionPart"];
                        meta: components["schemas"]["Meta"];
                    };
                    "application/x-bibtex": components["schemas"]["Bibtex"];
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItems"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "evidence-actions": {
        parameters: {
            query?: {
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-actions"];
            };
            header?: never;
            path: {
                /** @description Action id */
                id: components["parameters"]["id-actions"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The evidence, field by field */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "chain-actions": {
        parameters: {
            query?: {
                /** @description Links with one of these; links that the coder inferred only if they are asked for */
                basis?: ("stated-by-actor" | "stated-by-source" | "inferred")[];
                /** @description Steps each way */
                depth?: number;
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-actions"];
            };
            header?: never;
            path: {
                /** @description Action id */
                id: components["parameters"]["id-actions"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chain */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Chain"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "history-actions": {
        parameters: {
            query?: {
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-actions"];
            };
            header?: never;
            path: {
                /** @description Action id */
                id: components["parameters"]["id-actions"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Change"][];
                        meta: components["schemas"]["UnpagedMeta"];
                    };
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-rules": {
        parameters: {
            query?: {
                /** @description Kind; any of these */
                kind?: ("law" | "regulation" | "directive" | "circular" | "guidance" | "standard" | "order" | "bill")[];
                /** @description Like kind, but none of these */
                not_kind?: ("law" | "regulation" | "directive" | "circular" | "guidance" | "standard" | "order" | "bill")[];
                /** @description Stage of its status; of a case the type of its latest step; any of these */
                stage?: ("consulted" | "proposed" | "passed" | "signed" | "published" | "in-force" | "applies" | "amended" | "postponed" | "suspended" | "repealed" | "expired" | "withdrawn" | "rejected")[];
                /** @description Like stage, but none of these */
                not_stage?: components["parameters"]["not_stage"];
                /** @description Official number as it is written; any of these */
                number?: string[];
                /** @description Like number, but none of these */
                not_number?: string[];
                /** @description Region, or anything below it, in any role; any of these */
                region?: components["parameters"]["region"];
                /** @description Like region, but none of these */
                not_region?: components["parameters"]["not_region"];
                /** @description Region where it applies: its own and those from above, such as of its country, a union or the world; any of these */
                applies_in?: components["parameters"]["applies_in"];
                /** @description Like applies_in, but none of these */
                not_applies_in?: components["parameters"]["not_applies_in"];
                /** @description Activity concerned or allowed, or a narrower one; together with applies_in or in_force_on, in force there and then for it; any of these */
                activity?: components["parameters"]["activity"];
                /** @description Like activity, but none of these */
                not_activity?: components["parameters"]["not_activity"];
                /** @description Actor of one of its steps: an id or any of its names; any of these */
                actor?: components["parameters"]["actor-rules"];
                /** @description Like actor, but none of these */
                not_actor?: components["parameters"]["not_actor-rules"];
                /** @description Added or changed after this release, or since the first day of this year, month or day */
                changed_since?: components["parameters"]["changed_since"];
                /** @description In force on this day; date_match says how sure that must be */
                in_force_on?: components["parameters"]["in_force_on"];
                /** @description How sure in_force_on must be, and whether vague dates may (possible) or must (certain) match from and to */
                date_match?: components["parameters"]["date_match"];
                /** @description Text search: words that all occur, "a phrase", a prefix* of three letters or more, -not this */
                q?: components["parameters"]["q"];
                /** @description Order of the records */
                sort?: components["parameters"]["sort"];
                /** @description Records on a page */
                limit?: components["parameters"]["limit"];
                /** @description meta.next of the previous page */
                cursor?: components["parameters"]["cursor"];
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-rules"];
                /** @description With format=csv: a row for each record (wide, the default), or for each claim on them (long) */
                shape?: components["parameters"]["shape"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-rules"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Rule"] | components["schemas"]["MatterPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": components["schemas"]["Csv"];
                    "application/x-ndjson": components["schemas"]["Ndjson"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "get-rules": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-rules"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-rules"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format"];
            };
            header?: never;
            path: {
                /** @description Rule id */
                id: components["parameters"]["id-rules"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Rule"] | components["schemas"]["MatterPart"];
                        meta: components["schemas"]["Meta"];
                    };
                    "application/x-bibtex": components["schemas"]["Bibtex"];
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItems"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "evidence-rules": {
        parameters: {
            query?: {
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-actions"];
            };
            header?: never;
            path: {
                /** @description Rule id */
                id: components["parameters"]["id-rules"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The evidence, field by field */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-cases": {
        parameters: {
            query?: {
                /** @description Kind; any of these */
                kind?: ("case" | "sanction")[];
                /** @description Like kind, but none of these */
                not_kind?: ("case" | "sanction")[];
                /** @description Stage of its status; of a case the type of its latest step; any of these */
                stage?: ("ban" | "restriction" | "licensing-regime" | "registration-regime" | "aml-rule" | "tax-rule" | "marketing-rule" | "prudential-rule" | "stablecoin-rule" | "token-offering-rule" | "rule" | "exemption" | "legal-tender" | "classification" | "guidance" | "warning" | "policy-statement" | "consultation" | "standard" | "official-currency" | "state-holding" | "repeal" | "investigation" | "charge" | "settlement" | "penalty" | "plea" | "sentence" | "pardon" | "arrest" | "seizure" | "forfeiture" | "shutdown-order" | "supervisory-order" | "access-block" | "account-block" | "censorship" | "sanction" | "sanction-removal" | "campaign" | "licence-grant" | "licence-change" | "licence-suspension" | "licence-withdrawal" | "licence-end" | "licence-refusal" | "product-approval" | "lawsuit" | "ruling" | "injunction" | "stay" | "remand" | "dismissal" | "appeal" | "conviction" | "acquittal" | "registration-halt" | "account-closure" | "service-termination" | "market-entry" | "market-exit" | "closure" | "relocation" | "sales-halt" | "token-delisting" | "compliance-step" | "resumption" | "bankruptcy" | "expansion" | "price-move" | "market-size" | "opinion" | "forecast" | "report" | "denial")[];
                /** @description Like stage, but none of these */
                not_stage?: ("ban" | "restriction" | "licensing-regime" | "registration-regime" | "aml-rule" | "tax-rule" | "marketing-rule" | "prudential-rule" | "stablecoin-rule" | "token-offering-rule" | "rule" | "exemption" | "legal-tender" | "classification" | "guidance" | "warning" | "policy-statement" | "consultation" | "standard" | "official-currency" | "state-holding" | "repeal" | "investigation" | "charge" | "settlement" | "penalty" | "plea" | "sentence" | "pardon" | "arrest" | "seizure" | "forfeiture" | "shutdown-order" | "supervisory-order" | "access-block" | "account-block" | "censorship" | "sanction" | "sanction-removal" | "campaign" | "licence-grant" | "licence-change" | "licence-suspension" | "licence-withdrawal" | "licence-end" | "licence-refusal" | "product-approval" | "lawsuit" | "ruling" | "injunction" | "stay" | "remand" | "dismissal" | "appeal" | "conviction" | "acquittal" | "registration-halt" | "account-closure" | "service-termination" | "market-entry" | "market-exit" | "closure" | "relocation" | "sales-halt" | "token-delisting" | "compliance-step" | "resumption" | "bankruptcy" | "expansion" | "price-move" | "market-size" | "opinion" | "forecast" | "report" | "denial")[];
                /** @description Official number as it is written; any of these */
                number?: string[];
                /** @description Like number, but none of these */
                not_number?: string[];
                /** @description Region, or anything below it, in any role; any of these */
                region?: components["parameters"]["region"];
                /** @description Like region, but none of these */
                not_region?: components["parameters"]["not_region"];
                /** @description Region where it applies: its own and those from above, such as of its country, a union or the world; any of these */
                applies_in?: components["parameters"]["applies_in"];
                /** @description Like applies_in, but none of these */
                not_applies_in?: components["parameters"]["not_applies_in"];
                /** @description Activity concerned or allowed, or a narrower one; together with applies_in or in_force_on, in force there and then for it; any of these */
                activity?: components["parameters"]["activity"];
                /** @description Like activity, but none of these */
                not_activity?: components["parameters"]["not_activity"];
                /** @description Actor of one of its steps: an id or any of its names; any of these */
                actor?: components["parameters"]["actor-rules"];
                /** @description Like actor, but none of these */
                not_actor?: components["parameters"]["not_actor-rules"];
                /** @description Added or changed after this release, or since the first day of this year, month or day */
                changed_since?: components["parameters"]["changed_since"];
                /** @description In force on this day; date_match says how sure that must be */
                in_force_on?: components["parameters"]["in_force_on"];
                /** @description How sure in_force_on must be, and whether vague dates may (possible) or must (certain) match from and to */
                date_match?: components["parameters"]["date_match"];
                /** @description Text search: words that all occur, "a phrase", a prefix* of three letters or more, -not this */
                q?: components["parameters"]["q"];
                /** @description Order of the records */
                sort?: components["parameters"]["sort"];
                /** @description Records on a page */
                limit?: components["parameters"]["limit"];
                /** @description meta.next of the previous page */
                cursor?: components["parameters"]["cursor"];
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-rules"];
                /** @description With format=csv: a row for each record (wide, the default), or for each claim on them (long) */
                shape?: components["parameters"]["shape"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-rules"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of cases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Case"] | components["schemas"]["MatterPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": components["schemas"]["Csv"];
                    "application/x-ndjson": components["schemas"]["Ndjson"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "get-cases": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-rules"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-rules"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format"];
            };
            header?: never;
            path: {
                /** @description Case id */
                id: components["parameters"]["id-cases"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Case"] | components["schemas"]["MatterPart"];
                        meta: components["schemas"]["Meta"];
                    };
                    "application/x-bibtex": components["schemas"]["Bibtex"];
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItems"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "evidence-cases": {
        parameters: {
            query?: {
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-actions"];
            };
            header?: never;
            path: {
                /** @description Case id */
                id: components["parameters"]["id-cases"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The evidence, field by field */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-licences": {
        parameters: {
            query?: {
                /** @description Kind; any of these */
                kind?: ("licence" | "registration" | "notification" | "approval-in-principle")[];
                /** @description Like kind, but none of these */
                not_kind?: ("licence" | "registration" | "notification" | "approval-in-principle")[];
                /** @description Region where it was granted or is valid, or anything below it; together with in_force_on, valid there then; any of these */
                region?: string[];
                /** @description Like region, but none of these */
                not_region?: string[];
                /** @description Role of a region; together with region, the role of that one; of a licence jurisdiction is where it was granted; any of these */
                region_role?: components["parameters"]["region_role"];
                /** @description Like region_role, but none of these */
                not_region_role?: components["parameters"]["not_region_role"];
                /** @description Firm: an id or any of its names; any of these */
                actor?: string[];
                /** @description Like actor, but none of these */
                not_actor?: string[];
                /** @description Legal entity identifier of the holder; any of these */
                lei?: string[];
                /** @description Like lei, but none of these */
                not_lei?: string[];
                /** @description Authority that granted it: an id or any of its names; any of these */
                agency?: string[];
                /** @description Like agency, but none of these */
                not_agency?: string[];
                /** @description Activity concerned or allowed, or a narrower one; together with applies_in or in_force_on, in force there and then for it; any of these */
                activity?: components["parameters"]["activity"];
                /** @description Like activity, but none of these */
                not_activity?: components["parameters"]["not_activity"];
                /** @description Its status on the last day on which a source shows it; any of these */
                status?: ("granted" | "suspended" | "ended")[];
                /** @description Like status, but none of these */
                not_status?: ("granted" | "suspended" | "ended")[];
                /** @description Register that lists it; any of these */
                register?: string[];
                /** @description Like register, but none of these */
                not_register?: components["parameters"]["not_register"];
                /** @description Document with a claim on it; of readings of a register all that list it; any of these */
                document?: string[];
                /** @description Like document, but none of these */
                not_document?: string[];
                /** @description Official number as it is written; any of these */
                number?: string[];
                /** @description Like number, but none of these */
                not_number?: string[];
                /** @description Added or changed after this release, or since the first day of this year, month or day */
                changed_since?: components["parameters"]["changed_since"];
                /** @description On or after the first day of this year, month or day */
                from?: components["parameters"]["from"];
                /** @description On or before the last day of this year, month or day */
                to?: components["parameters"]["to"];
                /** @description How sure in_force_on must be, and whether vague dates may (possible) or must (certain) match from and to */
                date_match?: components["parameters"]["date_match"];
                /** @description In force on this day; date_match says how sure that must be */
                in_force_on?: components["parameters"]["in_force_on"];
                /** @description Text search: words that all occur, "a phrase", a prefix* of three letters or more, -not this */
                q?: components["parameters"]["q"];
                /** @description Order of the records */
                sort?: components["parameters"]["sort-licences"];
                /** @description Records on a page */
                limit?: components["parameters"]["limit"];
                /** @description meta.next of the previous page */
                cursor?: components["parameters"]["cursor"];
                /** @description Only these fields of each record */
                fields?: ("id" | "kind" | "title" | "status" | "actor" | "holder" | "authority" | "rule" | "granted" | "ended" | "ended_by" | "activities" | "clients" | "websites" | "numbers" | "regions" | "in_force" | "next" | "steps" | "register" | "url" | "force")[];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-rules"];
                /** @description With format=csv: a row for each record (wide, the default), or for each claim on them (long) */
                shape?: components["parameters"]["shape"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-rules"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of licences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Licence"] | components["schemas"]["LicencePart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": components["schemas"]["Csv"];
                    "application/x-ndjson": components["schemas"]["Ndjson"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "get-licences": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: ("id" | "kind" | "title" | "status" | "actor" | "holder" | "authority" | "rule" | "granted" | "ended" | "ended_by" | "activities" | "clients" | "websites" | "numbers" | "regions" | "in_force" | "next" | "steps" | "register" | "url")[];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-rules"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format"];
            };
            header?: never;
            path: {
                /** @description Licence id */
                id: components["parameters"]["id-licences"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The licence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Licence"] | components["schemas"]["LicencePart"];
                        meta: components["schemas"]["Meta"];
                    };
                    "application/x-bibtex": components["schemas"]["Bibtex"];
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItems"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "evidence-licences": {
        parameters: {
            query?: {
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-actions"];
            };
            header?: never;
            path: {
                /** @description Licence id */
                id: components["parameters"]["id-licences"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The evidence, field by field */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-exchanges": {
        parameters: {
            query?: {
                /** @description Region that the actor belongs to, or anything below it; any of these */
                region?: components["parameters"]["region-exchanges"];
                /** @description Like region, but none of these */
                not_region?: components["parameters"]["not_region"];
                /** @description Place in which the actor holds a licence, registration or notification, also one from above, such as of its country or a union; any of these */
                licensed_in?: components["parameters"]["licensed_in"];
                /** @description With licensed_in: activity that the licence allows, or a narrower one; any of these */
                activity?: components["parameters"]["activity-exchanges"];
                /** @description Sector of the actor; any of these */
                sector?: components["parameters"]["sector"];
                /** @description Like sector, but none of these */
                not_sector?: components["parameters"]["not_sector"];
                /** @description Features of the record; any of these */
                has?: components["parameters"]["has-exchanges"];
                /** @description Like has, but none of these */
                not_has?: components["parameters"]["not_has-exchanges"];
                /** @description Added or changed after this release, or since the first day of this year, month or day */
                changed_since?: components["parameters"]["changed_since"];
                /** @description With licensed_in: licensed on this day, by default on that of the dataset */
                in_force_on?: components["parameters"]["in_force_on-exchanges"];
                /** @description With licensed_in: how sure it must be that a licence holds on the day */
                date_match?: components["parameters"]["date_match-exchanges"];
                /** @description Text search: words that all occur, "a phrase", a prefix* of three letters or more, -not this */
                q?: components["parameters"]["q"];
                /** @description Order of the records */
                sort?: components["parameters"]["sort"];
                /** @description Records on a page */
                limit?: components["parameters"]["limit"];
                /** @description meta.next of the previous page */
                cursor?: components["parameters"]["cursor"];
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-exchanges"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-exchanges"];
                /** @description With format=csv: a row for each record (wide, the default), or for each claim on them (long) */
                shape?: components["parameters"]["shape"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-rules"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of exchanges */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Actor"] | components["schemas"]["ActorPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": components["schemas"]["Csv"];
                    "application/x-ndjson": components["schemas"]["Ndjson"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "get-exchanges": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-exchanges-record"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-exchanges"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format"];
            };
            header?: never;
            path: {
                /** @description Actor id of an exchange */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The actor */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Actor"] | components["schemas"]["ActorPart"];
                        meta: components["schemas"]["Meta"];
                    };
                    "application/x-bibtex": components["schemas"]["Bibtex"];
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItems"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-agencies": {
        parameters: {
            query?: {
                /** @description Region that the actor belongs to, or anything below it; any of these */
                region?: components["parameters"]["region-exchanges"];
                /** @description Like region, but none of these */
                not_region?: components["parameters"]["not_region"];
                /** @description Place in which the actor holds a licence, registration or notification, also one from above, such as of its country or a union; any of these */
                licensed_in?: components["parameters"]["licensed_in"];
                /** @description With licensed_in: activity that the licence allows, or a narrower one; any of these */
                activity?: components["parameters"]["activity-exchanges"];
                /** @description Sector of the actor; any of these */
                sector?: components["parameters"]["sector"];
                /** @description Like sector, but none of these */
                not_sector?: components["parameters"]["not_sector"];
                /** @description Features of the record; any of these */
                has?: components["parameters"]["has-exchanges"];
                /** @description Like has, but none of these */
                not_has?: components["parameters"]["not_has-exchanges"];
                /** @description Added or changed after this release, or since the first day of this year, month or day */
                changed_since?: components["parameters"]["changed_since"];
                /** @description With licensed_in: licensed on this day, by default on that of the dataset */
                in_force_on?: components["parameters"]["in_force_on-exchanges"];
                /** @description With licensed_in: how sure it must be that a licence holds on the day */
                date_match?: components["parameters"]["date_match-exchanges"];
                /** @description Text search: words that all occur, "a phrase", a prefix* of three letters or more, -not this */
                q?: components["parameters"]["q"];
                /** @description Order of the records */
                sort?: components["parameters"]["sort"];
                /** @description Records on a page */
                limit?: components["parameters"]["limit"];
                /** @description meta.next of the previous page */
                cursor?: components["parameters"]["cursor"];
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-exchanges"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-exchanges"];
                /** @description With format=csv: a row for each record (wide, the default), or for each claim on them (long) */
                shape?: components["parameters"]["shape"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-rules"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of agencies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Actor"] | components["schemas"]["ActorPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": components["schemas"]["Csv"];
                    "application/x-ndjson": components["schemas"]["Ndjson"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "get-agencies": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-exchanges-record"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-exchanges"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format"];
            };
            header?: never;
            path: {
                /** @description Actor id of an agency */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The actor */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Actor"] | components["schemas"]["ActorPart"];
                        meta: components["schemas"]["Meta"];
                    };
                    "application/x-bibtex": components["schemas"]["Bibtex"];
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItems"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-actors": {
        parameters: {
            query?: {
                /** @description Kind of actor; any of these */
                kind?: ("agency" | "exchange" | "company" | "association" | "institution" | "person" | "protocol")[];
                /** @description Like kind, but none of these */
                not_kind?: ("agency" | "exchange" | "company" | "association" | "institution" | "person" | "protocol")[];
                /** @description Region that the actor belongs to, or anything below it; any of these */
                region?: components["parameters"]["region-exchanges"];
                /** @description Like region, but none of these */
                not_region?: components["parameters"]["not_region"];
                /** @description Place in which the actor holds a licence, registration or notification, also one from above, such as of its country or a union; any of these */
                licensed_in?: components["parameters"]["licensed_in"];
                /** @description With licensed_in: activity that the licence allows, or a narrower one; any of these */
                activity?: components["parameters"]["activity-exchanges"];
                /** @description Sector of the actor; any of these */
                sector?: components["parameters"]["sector"];
                /** @description Like sector, but none of these */
                not_sector?: components["parameters"]["not_sector"];
                /** @description Features of the record; any of these */
                has?: components["parameters"]["has-exchanges"];
                /** @description Like has, but none of these */
                not_has?: components["parameters"]["not_has-exchanges"];
                /** @description Added or changed after this release, or since the first day of this year, month or day */
                changed_since?: components["parameters"]["changed_since"];
                /** @description With licensed_in: licensed on this day, by default on that of the dataset */
                in_force_on?: components["parameters"]["in_force_on-exchanges"];
                /** @description With licensed_in: how sure it must be that a licence holds on the day */
                date_match?: components["parameters"]["date_match-exchanges"];
                /** @description Text search: words that all occur, "a phrase", a prefix* of three letters or more, -not this */
                q?: components["parameters"]["q"];
                /** @description Order of the records */
                sort?: components["parameters"]["sort"];
                /** @description Records on a page */
                limit?: components["parameters"]["limit"];
                /** @description meta.next of the previous page */
                cursor?: components["parameters"]["cursor"];
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-exchanges"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-exchanges"];
                /** @description With format=csv: a row for each record (wide, the default), or for each claim on them (long) */
                shape?: components["parameters"]["shape"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-rules"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of actors */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Actor"] | components["schemas"]["ActorPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": components["schemas"]["Csv"];
                    "application/x-ndjson": components["schemas"]["Ndjson"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "get-actors": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-exchanges-record"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-exchanges"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format"];
            };
            header?: never;
            path: {
                /** @description Actor id */
                id: components["parameters"]["id-actors"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The actor */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Actor"] | components["schemas"]["ActorPart"];
                        meta: components["schemas"]["Meta"];
                    };
                    "application/x-bibtex": components["schemas"]["Bibtex"];
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItems"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "evidence-actors": {
        parameters: {
            query?: {
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-actions"];
            };
            header?: never;
            path: {
                /** @description Actor id */
                id: components["parameters"]["id-actors"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The evidence, field by field */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-regions": {
        parameters: {
            query?: {
                /** @description Kind of region; any of these */
                kind?: ("world" | "area" | "union" | "country" | "territory" | "subdivision")[];
                /** @description Like kind, but none of these */
                not_kind?: ("world" | "area" | "union" | "country" | "territory" | "subdivision")[];
                /** @description Region just above; any of these */
                parent?: string[];
                /** @description Like parent, but none of these */
                not_parent?: string[];
                /** @description Added or changed after this release, or since the first day of this year, month or day */
                changed_since?: components["parameters"]["changed_since"];
                /** @description Order of the records */
                sort?: components["parameters"]["sort"];
                /** @description Records on a page */
                limit?: components["parameters"]["limit"];
                /** @description meta.next of the previous page */
                cursor?: components["parameters"]["cursor"];
                /** @description Only these fields of each record */
                fields?: ("code" | "name" | "kind" | "parents" | "licences")[];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-rules"];
                /** @description With format=csv: a row for each record (wide, the default), or for each claim on them (long) */
                shape?: components["parameters"]["shape"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-rules"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of regions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Region"] | components["schemas"]["RegionPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": components["schemas"]["Csv"];
                    "application/x-ndjson": components["schemas"]["Ndjson"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "get-regions": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: ("code" | "name" | "kind" | "parents" | "licences" | "counts" | "last_action" | "topics")[];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-rules"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format"];
            };
            header?: never;
            path: {
                /** @description Region code */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The region */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RegionDetail"] | components["schemas"]["RegionPart"];
                        meta: components["schemas"]["Meta"];
                    };
                    "application/x-bibtex": components["schemas"]["Bibtex"];
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItems"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-documents": {
        parameters: {
            query?: {
                /** @description Kind of document; any of these */
                kind?: ("news" | "press-release" | "law" | "regulation" | "notice" | "guidance" | "judgment" | "filing" | "standard" | "report" | "commentary" | "encyclopedia" | "register")[];
                /** @description Like kind, but none of these */
                not_kind?: ("news" | "press-release" | "law" | "regulation" | "notice" | "guidance" | "judgment" | "filing" | "standard" | "report" | "commentary" | "encyclopedia" | "register")[];
                /** @description Official text; any of these */
                official?: ("yes" | "copy" | "no")[];
                /** @description Like official, but none of these */
                not_official?: ("yes" | "copy" | "no")[];
                /** @description Original report; any of these */
                origin?: string[];
                /** @description Like origin, but none of these */
                not_origin?: string[];
                /** @description Register of which it is a reading; any of these */
                register?: string[];
                /** @description Like register, but none of these */
                not_register?: components["parameters"]["not_register"];
                /** @description BCP 47 tag; any of these */
                language?: string[];
                /** @description Like language, but none of these */
                not_language?: string[];
                /** @description Added or changed after this release, or since the first day of this year, month or day */
                changed_since?: components["parameters"]["changed_since"];
                /** @description On or after the first day of this year, month or day */
                from?: components["parameters"]["from"];
                /** @description On or before the last day of this year, month or day */
                to?: components["parameters"]["to"];
                /** @description Whether vague dates may (possible) or must (certain) match from and to */
                date_match?: components["parameters"]["date_match-documents"];
                /** @description Order of the records */
                sort?: components["parameters"]["sort-licences"];
                /** @description Records on a page */
                limit?: components["parameters"]["limit"];
                /** @description meta.next of the previous page */
                cursor?: components["parameters"]["cursor"];
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-documents"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-documents"];
                /** @description With format=csv: a row for each record (wide, the default), or for each claim on them (long) */
                shape?: components["parameters"]["shape"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-rules"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of documents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Document"] | components["schemas"]["DocumentPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": components["schemas"]["Csv"];
                    "application/x-ndjson": components["schemas"]["Ndjson"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "get-documents": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-documents"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-documents"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format"];
            };
            header?: never;
            path: {
                /** @description Document id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Document"] | components["schemas"]["DocumentPart"];
                        meta: components["schemas"]["Meta"];
                    };
                    "application/x-bibtex": components["schemas"]["Bibtex"];
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItems"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-claims": {
        parameters: {
            query?: {
                /** @description Record: collection and id; any of these */
                record?: string[];
                /** @description Like record, but none of these */
                not_record?: components["parameters"]["not_record"];
                /** @description Field of the record; any of these */
                field?: string[];
                /** @description Like field, but none of these */
                not_field?: string[];
                /** @description Document that makes the claim; any of these */
                document?: string[];
                /** @description Like document, but none of these */
                not_document?: components["parameters"]["not_document"];
                /** @description How the claim was judged; any of these */
                status?: ("accepted" | "consistent" | "rival" | "former" | "garbled")[];
                /** @description Like status, but none of these */
                not_status?: ("accepted" | "consistent" | "rival" | "former" | "garbled")[];
                /** @description Stated or inferred; any of these */
                basis?: ("stated" | "inferred")[];
                /** @description Like basis, but none of these */
                not_basis?: ("stated" | "inferred")[];
                /** @description Added or changed after this release, or since the first day of this year, month or day */
                changed_since?: components["parameters"]["changed_since"];
                /** @description Order of the records */
                sort?: components["parameters"]["sort"];
                /** @description Records on a page */
                limit?: components["parameters"]["limit"];
                /** @description meta.next of the previous page */
                cursor?: components["parameters"]["cursor"];
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-claims"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-claims"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-rules"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of claims */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Claim"] | components["schemas"]["ClaimPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": components["schemas"]["Csv"];
                    "application/x-ndjson": components["schemas"]["Ndjson"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "get-claims": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-claims"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-claims"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format"];
            };
            header?: never;
            path: {
                /** @description Claim id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The claim */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Claim"] | components["schemas"]["ClaimPart"];
                        meta: components["schemas"]["Meta"];
                    };
                    "application/x-bibtex": components["schemas"]["Bibtex"];
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItems"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "count-actions": {
        parameters: {
            query: {
                /** @description One or two groupings; pairs without any are left out */
                group_by: ("year" | "quarter" | "month" | "kind" | "type" | "stage" | "region" | "actor" | "activity" | "document" | "matter")[];
                /** @description What is counted */
                unit?: "actions" | "matters";
                /** @description Counts the actions with this quantity, and adds what was imposed; needs one amount_unit */
                sum?: "companies" | "mining-devices" | "mining-businesses" | "electricity-saved" | "electricity-used" | "share-price-change" | "market-value-change" | "mining-share" | "mining-rank" | "trading-rank" | "users" | "mini-programs" | "fine" | "disgorgement" | "interest" | "forfeiture" | "restitution" | "damages" | "total-payment" | "sum-at-issue" | "loss" | "seized-value" | "prison-term" | "tax-rate" | "capital-requirement" | "reserve-requirement" | "limit" | "threshold" | "fee" | "assets" | "holdings" | "customers" | "accounts" | "sites" | "persons" | "licences" | "electricity-price" | "price" | "price-change" | "market-value" | "trading-volume" | "trading-share" | "votes-for" | "votes-against";
                /** @description Action id; any of these */
                id?: components["parameters"]["id"];
                /** @description Like id, but none of these */
                not_id?: components["parameters"]["not_id"];
                /** @description Kind of action; any of these */
                kind?: components["parameters"]["kind"];
                /** @description Like kind, but none of these */
                not_kind?: components["parameters"]["not_kind"];
                /** @description Type of action; any of these */
                type?: components["parameters"]["type"];
                /** @description Like type, but none of these */
                not_type?: components["parameters"]["not_type"];
                /** @description Rule, case or licence that it is a step of; together with stage, by a step of that stage; any of these */
                matter?: components["parameters"]["matter"];
                /** @description Like matter, but none of these */
                not_matter?: components["parameters"]["not_matter"];
                /** @description Register that lists the licence that it is a step of; any of these */
                register?: components["parameters"]["register"];
                /** @description Like register, but none of these */
                not_register?: components["parameters"]["not_register"];
                /** @description Stage that a rule reaches by it; any of these */
                stage?: components["parameters"]["stage"];
                /** @description Like stage, but none of these */
                not_stage?: components["parameters"]["not_stage"];
                /** @description Region, or anything below it, in any role; any of these */
                region?: components["parameters"]["region"];
                /** @description Like region, but none of these */
                not_region?: components["parameters"]["not_region"];
                /** @description Actor: an id or any of its names; any of these */
                actor?: components["parameters"]["actor"];
                /** @description Like actor, but none of these */
                not_actor?: components["parameters"]["not_actor"];
                /** @description Agency: an id or any of its names; any of these */
                agency?: components["parameters"]["agency"];
                /** @description Like agency, but none of these */
                not_agency?: components["parameters"]["not_agency"];
                /** @description Exchange: an id or any of its names; any of these */
                exchange?: components["parameters"]["exchange"];
                /** @description Like exchange, but none of these */
                not_exchange?: components["parameters"]["not_exchange"];
                /** @description Role of an actor; together with actor, agency or exchange, the role of that one; any of these */
                role?: components["parameters"]["role"];
                /** @description Like role, but none of these */
                not_role?: components["parameters"]["not_role"];
                /** @description Role of a region; together with region, the role of that one; of a licence jurisdiction is where it was granted; any of these */
                region_role?: components["parameters"]["region_role"];
                /** @description Like region_role, but none of these */
                not_region_role?: components["parameters"]["not_region_role"];
                /** @description Region where it applies: its own and those from above, such as of its country, a union or the world; any of these */
                applies_in?: components["parameters"]["applies_in"];
                /** @description Like applies_in, but none of these */
                not_applies_in?: components["parameters"]["not_applies_in"];
                /** @description Activity concerned or allowed, or a narrower one; together with applies_in or in_force_on, in force there and then for it; any of these */
                activity?: components["parameters"]["activity"];
                /** @description Like activity, but none of these */
                not_activity?: components["parameters"]["not_activity"];
                /** @description Quantity of an amount; together with amount_unit, of one in that unit; any of these */
                quantity?: components["parameters"]["quantity"];
                /** @description Like quantity, but none of these */
                not_quantity?: components["parameters"]["not_quantity"];
                /** @description Unit of an amount; any of these */
                amount_unit?: components["parameters"]["amount_unit"];
                /** @description Like amount_unit, but none of these */
                not_amount_unit?: components["parameters"]["not_amount_unit"];
                /** @description Document with a claim on the action; any of these */
                document?: components["parameters"]["document"];
                /** @description Like document, but none of these */
                not_document?: components["parameters"]["not_document"];
                /** @description Type of a link to another action; together with linked_to, of the link to that one; any of these */
                link?: components["parameters"]["link"];
                /** @description Like link, but none of these */
                not_link?: components["parameters"]["not_link"];
                /** @description Action that a link leads to; any of these */
                linked_to?: components["parameters"]["linked_to"];
                /** @description Like linked_to, but none of these */
                not_linked_to?: components["parameters"]["not_linked_to"];
                /** @description Features of the record; any of these */
                has?: components["parameters"]["has"];
                /** @description Like has, but none of these */
                not_has?: components["parameters"]["not_has"];
                /** @description True: only planned actions; false: only others */
                planned?: components["parameters"]["planned"];
                /** @description Added or changed after this release, or since the first day of this year, month or day */
                changed_since?: components["parameters"]["changed_since"];
                /** @description On or after the first day of this year, month or day */
                from?: components["parameters"]["from"];
                /** @description On or before the last day of this year, month or day */
                to?: components["parameters"]["to"];
                /** @description In force on this day; date_match says how sure that must be */
                in_force_on?: components["parameters"]["in_force_on"];
                /** @description The date that from, to and the order refer to; actions without it are left out */
                date_field?: components["parameters"]["date_field"];
                /** @description At least this amount, by its figure or else by its lower bound; needs amount_unit */
                amount_min?: components["parameters"]["amount_min"];
                /** @description True: without the regions below region */
                region_exact?: components["parameters"]["region_exact"];
                /** @description Text search: words that all occur, "a phrase", a prefix* of three letters or more, -not this */
                q?: components["parameters"]["q"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-rules"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Count"][];
                        meta: components["schemas"]["CountsMeta"];
                    };
                    "text/csv": components["schemas"]["Csv"];
                    "application/x-ndjson": components["schemas"]["Ndjson"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "describe-coverage": {
        parameters: {
            query?: {
                /** @description Region, or anything below it, in any role; any of these */
                region?: components["parameters"]["region"];
                /** @description Kind of action; any of these */
                kind?: components["parameters"]["kind"];
                /** @description From this year on */
                from?: string;
                /** @description Up to this year */
                to?: string;
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-rules"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The coverage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CoverageRow"][];
                        meta: components["schemas"]["CoverageMeta"];
                    };
                    "text/csv": components["schemas"]["Csv"];
                    "application/x-ndjson": components["schemas"]["Ndjson"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    search: {
        parameters: {
            query: {
                /** @description What to look for: words that all occur, "a phrase", a prefix* of three letters or more, -not this */
                q: string;
                /** @description Collections to look in */
                in?: ("actions" | "actors" | "cases" | "claims" | "documents" | "licences" | "regions" | "rules" | "vocabulary")[];
                /** @description Records on a page */
                limit?: components["parameters"]["limit"];
                /** @description meta.next of the previous page */
                cursor?: components["parameters"]["cursor"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-actions"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of hits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SearchHit"][];
                        meta: components["schemas"]["ListMeta"];
                    };
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reconcile: {
        parameters: {
            query?: {
                /** @description Reconciliation queries as a JSON object, each under a key of your own */
                queries?: string;
                /** @description Entities and the properties to return for them, as JSON */
                extend?: string;
                /** @description Function that the answer calls, as a script (JSONP) */
                callback?: components["parameters"]["callback"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-actions"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manifest, the candidates, or the properties */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconcileManifest"] | components["schemas"]["ReconcileResults"] | components["schemas"]["ReconcileExtended"];
                    "text/javascript": string;
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "reconcile-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /**
                     * @description Reconciliation queries as a JSON object, each under a key of your own
                     * @example {"q0":{"query":"OKEx","type":"exchange","limit":1}}
                     */
                    queries?: string;
                    /**
                     * @description Entities and the properties to return for them, as JSON
                     * @example
                     */
                    extend?: string;
                };
            };
        };
        responses: {
            /** @description The candidates, or the properties */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconcileResults"] | components["schemas"]["ReconcileExtended"];
                };
            };
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "suggest-entity": {
        parameters: {
            query: {
                /** @description Only entities of this type; all if it is empty */
                type?: components["parameters"]["type-reconcile"];
                /** @description Beginning of a name, a word in it or an id */
                prefix: components["parameters"]["prefix"];
                /** @description How many to skip */
                cursor?: components["parameters"]["cursor-reconcile"];
                /** @description Most suggestions */
                limit?: components["parameters"]["limit-reconcile"];
                /** @description Function that the answer calls, as a script (JSONP) */
                callback?: components["parameters"]["callback"];
                /** @description No effect; accepted because clients of the protocol send it */
                exact?: components["parameters"]["exact"];
                /** @description No effect; accepted because clients of the protocol send it */
                filter?: components["parameters"]["filter"];
                /** @description No effect; accepted because clients of the protocol send it */
                key?: components["parameters"]["key"];
                /** @description No effect; accepted because clients of the protocol send it */
                lang?: components["parameters"]["lang"];
                /** @description No effect; accepted because clients of the protocol send it */
                prefixed?: components["parameters"]["prefixed"];
                /** @description No effect; accepted because clients of the protocol send it */
                scoring?: components["parameters"]["scoring"];
                /** @description No effect; accepted because clients of the protocol send it */
                spell?: components["parameters"]["spell"];
                /** @description No effect; accepted because clients of the protocol send it */
                stemmed?: components["parameters"]["stemmed"];
                /** @description No effect; accepted because clients of the protocol send it */
                type_strict?: components["parameters"]["type_strict"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-actions"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The suggestions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Matches */
                        result: components["schemas"]["SuggestedEntity"][];
                    };
                    "text/javascript": string;
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "suggest-property": {
        parameters: {
            query: {
                /** @description Only entities of this type; all if it is empty */
                type?: components["parameters"]["type-reconcile"];
                /** @description Beginning of a name, a word in it or an id */
                prefix: components["parameters"]["prefix"];
                /** @description How many to skip */
                cursor?: components["parameters"]["cursor-reconcile"];
                /** @description Most suggestions */
                limit?: components["parameters"]["limit-reconcile"];
                /** @description Function that the answer calls, as a script (JSONP) */
                callback?: components["parameters"]["callback"];
                /** @description No effect; accepted because clients of the protocol send it */
                exact?: components["parameters"]["exact"];
                /** @description No effect; accepted because clients of the protocol send it */
                filter?: components["parameters"]["filter"];
                /** @description No effect; accepted because clients of the protocol send it */
                key?: components["parameters"]["key"];
                /** @description No effect; accepted because clients of the protocol send it */
                lang?: components["parameters"]["lang"];
                /** @description No effect; accepted because clients of the protocol send it */
                prefixed?: components["parameters"]["prefixed"];
                /** @description No effect; accepted because clients of the protocol send it */
                scoring?: components["parameters"]["scoring"];
                /** @description No effect; accepted because clients of the protocol send it */
                spell?: components["parameters"]["spell"];
                /** @description No effect; accepted because clients of the protocol send it */
                stemmed?: components["parameters"]["stemmed"];
                /** @description No effect; accepted because clients of the protocol send it */
                type_strict?: components["parameters"]["type_strict"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-actions"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The suggestions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Matches */
                        result: components["schemas"]["ReconcileProperty"][];
                    };
                    "text/javascript": string;
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "suggest-type": {
        parameters: {
            query: {
                /** @description No effect; accepted because clients of the protocol send it */
                type?: string;
                /** @description Beginning of a name, a word in it or an id */
                prefix: components["parameters"]["prefix"];
                /** @description How many to skip */
                cursor?: components["parameters"]["cursor-reconcile"];
                /** @description Most suggestions */
                limit?: components["parameters"]["limit-reconcile"];
                /** @description Function that the answer calls, as a script (JSONP) */
                callback?: components["parameters"]["callback"];
                /** @description No effect; accepted because clients of the protocol send it */
                exact?: components["parameters"]["exact"];
                /** @description No effect; accepted because clients of the protocol send it */
                filter?: components["parameters"]["filter"];
                /** @description No effect; accepted because clients of the protocol send it */
                key?: components["parameters"]["key"];
                /** @description No effect; accepted because clients of the protocol send it */
                lang?: components["parameters"]["lang"];
                /** @description No effect; accepted because clients of the protocol send it */
                prefixed?: components["parameters"]["prefixed"];
                /** @description No effect; accepted because clients of the protocol send it */
                scoring?: components["parameters"]["scoring"];
                /** @description No effect; accepted because clients of the protocol send it */
                spell?: components["parameters"]["spell"];
                /** @description No effect; accepted because clients of the protocol send it */
                stemmed?: components["parameters"]["stemmed"];
                /** @description No effect; accepted because clients of the protocol send it */
                type_strict?: components["parameters"]["type_strict"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-actions"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The suggestions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Matches */
                        result: components["schemas"]["ReconcileType"][];
                    };
                    "text/javascript": string;
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "propose-properties": {
        parameters: {
            query: {
                /** @description A type of entity; all if it is empty */
                type: string;
                /** @description Most properties */
                limit?: number;
                /** @description Function that the answer calls, as a script (JSONP) */
                callback?: components["parameters"]["callback"];
                /** @description No effect; accepted because clients of the protocol send it */
                exact?: components["parameters"]["exact"];
                /** @description No effect; accepted because clients of the protocol send it */
                filter?: components["parameters"]["filter"];
                /** @description No effect; accepted because clients of the protocol send it */
                key?: components["parameters"]["key"];
                /** @description No effect; accepted because clients of the protocol send it */
                lang?: components["parameters"]["lang"];
                /** @description No effect; accepted because clients of the protocol send it */
                prefixed?: components["parameters"]["prefixed"];
                /** @description No effect; accepted because clients of the protocol send it */
                scoring?: components["parameters"]["scoring"];
                /** @description No effect; accepted because clients of the protocol send it */
                spell?: components["parameters"]["spell"];
                /** @description No effect; accepted because clients of the protocol send it */
                stemmed?: components["parameters"]["stemmed"];
                /** @description No effect; accepted because clients of the protocol send it */
                type_strict?: components["parameters"]["type_strict"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-actions"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The properties */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What entities of the type have */
                        properties: components["schemas"]["ReconcileProperty"][];
                        /** @description The type that was asked for */
                        type: string;
                        /** @description The limit that was asked for */
                        limit?: number;
                    };
                    "text/javascript": string;
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "preview-entity": {
        parameters: {
            query: {
                /** @description Id of the entity */
                id: string;
                /** @description Format of the answer; overrides the Accept header */
                format?: "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-vocabulary": {
        parameters: {
            query?: {
                /** @description List of codes; any of these */
                scheme?: string[];
                /** @description Like scheme, but none of these */
                not_scheme?: string[];
                /** @description Added or changed after this release, or since the first day of this year, month or day */
                changed_since?: components["parameters"]["changed_since"];
                /** @description Order of the records */
                sort?: components["parameters"]["sort"];
                /** @description Records on a page */
                limit?: components["parameters"]["limit"];
                /** @description meta.next of the previous page */
                cursor?: components["parameters"]["cursor"];
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-vocabulary"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-claims"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-rules"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of vocabulary */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Term"] | components["schemas"]["TermPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": components["schemas"]["Csv"];
                    "application/x-ndjson": components["schemas"]["Ndjson"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "get-vocabulary": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-vocabulary"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-claims"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format"];
            };
            header?: never;
            path: {
                /** @description Scheme and code */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The term */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Term"] | components["schemas"]["TermPart"];
                        meta: components["schemas"]["Meta"];
                    };
                    "application/x-bibtex": components["schemas"]["Bibtex"];
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItems"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-releases": {
        parameters: {
            query?: {
                /** @description On or after the first day of this year, month or day */
                from?: components["parameters"]["from"];
                /** @description On or before the last day of this year, month or day */
                to?: components["parameters"]["to"];
                /** @description Whether vague dates may (possible) or must (certain) match from and to */
                date_match?: components["parameters"]["date_match-documents"];
                /** @description Order of the records */
                sort?: components["parameters"]["sort-licences"];
                /** @description Records on a page */
                limit?: components["parameters"]["limit"];
                /** @description meta.next of the previous page */
                cursor?: components["parameters"]["cursor"];
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-releases"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-claims"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-rules"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of releases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["ReleaseSummary"] | components["schemas"]["ReleaseSummaryPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": components["schemas"]["Csv"];
                    "application/x-ndjson": components["schemas"]["Ndjson"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "get-releases": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-releases"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-claims"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format"];
            };
            header?: never;
            path: {
                /** @description Version */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The release */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReleaseSummary"] | components["schemas"]["ReleaseSummaryPart"];
                        meta: components["schemas"]["Meta"];
                    };
                    "application/x-bibtex": components["schemas"]["Bibtex"];
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItems"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-changes": {
        parameters: {
            query?: {
                /** @description Changed after this release, or since the first day of this year, month or day */
                since?: string;
                /** @description Release that brought it; any of these */
                release?: string[];
                /** @description Like release, but none of these */
                not_release?: string[];
                /** @description Record, with its claims and the records merged into it; any of these */
                record?: string[];
                /** @description Like record, but none of these */
                not_record?: components["parameters"]["not_record"];
                /** @description Kind of change; any of these */
                change?: ("added" | "changed" | "removed" | "merged")[];
                /** @description Like change, but none of these */
                not_change?: ("added" | "changed" | "removed" | "merged")[];
                /** @description Reason; any of these */
                reason?: ("new-evidence" | "coding-error" | "source-changed" | "vocabulary" | "merge" | "split" | "date-reached" | "legal")[];
                /** @description Like reason, but none of these */
                not_reason?: ("new-evidence" | "coding-error" | "source-changed" | "vocabulary" | "merge" | "split" | "date-reached" | "legal")[];
                /** @description Region of the record, or anything below it, in any role; of a claim that of the record it speaks of. Removed records have none; any of these */
                region?: string[];
                /** @description Like region, but none of these */
                not_region?: components["parameters"]["not_region"];
                /** @description Activity of the action, rule, case or licence, or a narrower one; of a claim that of the record it speaks of; any of these */
                activity?: ("trading" | "exchange-service" | "trading-platform" | "fiat-conversion" | "crypto-conversion" | "brokerage" | "order-execution" | "order-routing" | "placing" | "custody" | "transfer" | "payment" | "advice" | "asset-management" | "lending" | "staking" | "derivatives" | "investment-product" | "financial-service" | "issuance" | "stablecoin" | "tokenisation" | "mining" | "hardware-sale" | "power-supply" | "wallet" | "defi" | "nft" | "official-digital-currency" | "advertising" | "information-access" | "market-data" | "securities" | "blockchain")[];
                /** @description Like activity, but none of these */
                not_activity?: components["parameters"]["not_activity"];
                /** @description Kind of the record, as its own list has it: of an action, rule, case, licence, actor, region or document; of a claim that of the record it speaks of; any of these */
                kind?: string[];
                /** @description Like kind, but none of these */
                not_kind?: string[];
                /** @description On or after the first day of this year, month or day */
                from?: components["parameters"]["from"];
                /** @description On or before the last day of this year, month or day */
                to?: components["parameters"]["to"];
                /** @description Whether vague dates may (possible) or must (certain) match from and to */
                date_match?: components["parameters"]["date_match-documents"];
                /** @description Order of the records */
                sort?: components["parameters"]["sort-licences"];
                /** @description Records on a page */
                limit?: components["parameters"]["limit"];
                /** @description meta.next of the previous page */
                cursor?: components["parameters"]["cursor"];
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-changes"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-claims"];
                /** @description Format of the answer; overrides the Accept header */
                format?: "json" | "csv" | "ndjson" | "atom" | "jsonfeed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Change"] | components["schemas"]["ChangePart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": components["schemas"]["Csv"];
                    "application/x-ndjson": components["schemas"]["Ndjson"];
                    "application/atom+xml": string;
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "get-changes": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: components["parameters"]["fields-changes"];
                /** @description More with each record; limit is at most 100 then */
                include?: components["parameters"]["include-claims"];
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format"];
            };
            header?: never;
            path: {
                /** @description Change id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Change"] | components["schemas"]["ChangePart"];
                        meta: components["schemas"]["Meta"];
                    };
                    "application/x-bibtex": components["schemas"]["Bibtex"];
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItems"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "export-files": {
        parameters: {
            query?: {
                /** @description Format of the answer; overrides the Accept header */
                format?: components["parameters"]["format-actions"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The files */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ExportFile"][];
                        meta: components["schemas"]["UnpagedMeta"];
                    };
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "export-file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of a release, or latest for the one that is served */
                release: string;
                /** @description Name of a file */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The part of the file that Range asks for */
            206: {
                headers: {
                    /** @description Which part it is, and the length of the file */
                    "Content-Range"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            304: components["responses"]["Status304"];
            307: components["responses"]["Status307"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            416: components["responses"]["Problem416"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
}
type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
