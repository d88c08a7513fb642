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
        /**
         * One of the actions
         * @description What somebody did, said or suffered, each with its kind, date, actors, regions, amounts and links.
         */
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
         * @description Actions and the links among them, over links that have a lag: responds-to, implements, enforces, repeals, amends. The lag is a range of days, as vague as the dates. What the coder inferred is left out, and counted in left_out, unless basis asks for it.
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
         * What the releases did to an action
         * @description The changes of the action, of the claims on it, and of what was merged into it, newest first.
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
        /**
         * One of the exchanges
         * @description Platforms on which cryptocurrency is traded.
         */
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
        /**
         * One of the agencies
         * @description Public bodies of any level.
         */
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
         * @description All who act or are acted on: agencies, exchanges, companies, associations, institutions and persons.
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
        /**
         * One of the actors
         * @description All who act or are acted on: agencies, exchanges, companies, associations, institutions and persons.
         */
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
        /**
         * One of the regions
         * @description Places, by their codes in ISO 3166 and UN M49.
         */
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
        /**
         * One of the documents
         * @description The texts that claims are drawn from. Their words are not part of the dataset.
         */
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
        /**
         * One of the claims
         * @description One value as one document states it, with the place of the words and their hash.
         */
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
         * @description Distinct actions by one or two things, with the filters of /v1/actions. A vague date makes an action possible in each period that it may lie in, certain only where it must; date_match is therefore not a parameter here. Regions count at those above them too.
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
         * @description The reconciliation service of this dataset by the Reconciliation Service API 0.2, over actors and regions: without parameters its manifest, with queries the candidates of each, with extend properties of entities. docs/reconcile.md tells how scores come about.
         */
        get: operations["reconcile"];
        put?: never;
        /**
         * Reconciliation service, asked by a form
         * @description The same as by GET, for what is too long for a URL.
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
         * Complete what somebody types: entity
         * @description What has a name or an id that begins so, then what has a word that does.
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
         * Complete what somebody types: property
         * @description What has a name or an id that begins so, then what has a word that does.
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
         * Complete what somebody types: type
         * @description What has a name or an id that begins so, then what has a word that does.
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
         * @description What extend can be asked for of entities of a type.
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
         * @description A small page for a frame: what an actor or a region is, and its names.
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
        /**
         * One of the vocabulary
         * @description The codebook: every code with its definition.
         */
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
         * @description The states of the dataset that were published. A release never changes.
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
        /**
         * One of the releases
         * @description The states of the dataset that were published. A release never changes.
         */
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
        /**
         * One of the changes
         * @description What each release added, changed, removed and merged, and why.
         */
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
         * @description The whole dataset as SQLite, CSV (one file a table), NDJSON (one file a collection), Parquet and a Data Package, and the records of every release, with lengths and hashes, newest release first.
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
         * @description A file with a whole collection or table. It never has other bytes once it is released; Range goes on where a download stopped, and If-Range with the ETag makes sure that it is still the same file.
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
        /** @description What somebody did, said or suffered: the event. */
        Action: {
            /** @description Stable id */
            id: string;
            /** @description Who did what */
            title: string;
            /** @description What happened, in the words of this dataset */
            summary: string;
            /**
             * @description Follows from type
             * @enum {string}
             */
            kind: "regulation" | "enforcement" | "industry" | "market" | "statement";
            /**
             * @description What was done
             * @enum {string}
             */
            type: "ban" | "restriction" | "licensing" | "guidance" | "warning" | "policy-statement" | "legal-tender" | "official-currency" | "repeal" | "shutdown-order" | "seizure" | "investigation" | "access-block" | "account-block" | "censorship" | "penalty" | "arrest" | "campaign" | "registration-halt" | "account-closure" | "service-termination" | "market-exit" | "closure" | "relocation" | "sales-halt" | "compliance-step" | "expansion" | "price-move" | "market-size" | "opinion" | "forecast" | "report" | "denial";
            /** @description When it was done or announced; for a figure the period that it describes */
            date: components["schemas"]["EventDate"];
            /** @description True if the source speaks of something not yet done */
            planned: boolean;
            /** @description The date that it is planned for */
            due: components["schemas"]["EventDate"] | null;
            /** @description When it has force; null where nothing is known */
            effect: {
                /** @description Since when it has force */
                from: components["schemas"]["EventDate"] | null;
                /** @description Last day of force */
                until: components["schemas"]["EventDate"] | null;
                /** @description The action that ended it */
                until_by?: string;
            } | null;
            /** @description Who took part, once a role */
            actors: {
                /** @description The actor; null for a doer without a name */
                id: string | null;
                /** @description For a doer without a name: what tells it from others in this action */
                key?: string;
                /**
                 * @description What it is
                 * @enum {string}
                 */
                kind: "agency" | "exchange" | "company" | "association" | "institution" | "person";
                /** @description Its name; null for a doer without one */
                name: string | null;
                /**
                 * @description Its part in the action
                 * @enum {string}
                 */
                role: "issuer" | "enforcer" | "target" | "affected" | "subject" | "speaker" | "reporter" | "intermediary";
                /** @description How many they are, where they are many */
                count?: {
                    /** @description At least */
                    low: number | null;
                    /** @description As many as the source says */
                    best: number | null;
                    /** @description At most */
                    high: number | null;
                };
                /** @description The source's own short term */
                as_reported?: string;
            }[];
            /** @description Where */
            regions: {
                /** @description The region */
                code: string;
                /** @description Its name */
                name: string;
                /**
                 * @description Its part in the action
                 * @enum {string}
                 */
                role: "jurisdiction" | "affected" | "origin" | "destination" | "subject";
            }[];
            /** @description What it concerns */
            activities: ("trading" | "exchange-service" | "mining" | "fiat-conversion" | "payment" | "financial-service" | "issuance" | "custody" | "lending" | "asset-management" | "wallet" | "advertising" | "information-access" | "hardware-sale" | "power-supply" | "market-data" | "securities" | "official-digital-currency" | "blockchain")[];
            /** @description How much */
            amounts: {
                /**
                 * @description What is counted or measured
                 * @enum {string}
                 */
                quantity: "companies" | "mining-devices" | "mining-businesses" | "electricity-saved" | "electricity-used" | "share-price-change" | "market-value-change" | "mining-share" | "mining-rank" | "trading-rank" | "users" | "mini-programs";
                /** @description Lower bound; null where none is known */
                low: number | null;
                /** @description The figure; null where only a bound is known */
                best: number | null;
                /** @description Upper bound; null where none is known */
                high: number | null;
                /** @description True if it is more than low */
                low_exclusive?: boolean;
                /** @description True if it is less than high */
                high_exclusive?: boolean;
                /**
                 * @description UCUM unit or ISO 4217 currency
                 * @enum {string}
                 */
                unit: "1" | "%" | "kW.h" | "USD";
                /** @description ISO 8601 duration that it is for */
                per?: string;
                /**
                 * @description Measured, estimated or expected
                 * @enum {string}
                 */
                modality: "measured" | "estimated" | "expected";
                /** @description True if the source says about */
                approximate: boolean;
                /** @description The source's own short term */
                as_reported: string;
            }[];
            /** @description What has no field of its own */
            details: {
                /**
                 * @description What it is about
                 * @enum {string}
                 */
                aspect: "scope" | "condition" | "motive" | "legal-basis" | "sanction" | "outcome" | "context" | "content";
                /** @description In the words of this dataset */
                text: string;
            }[];
            /** @description Other actions that it relates to */
            links: {
                /**
                 * @description How this action relates to the other
                 * @enum {string}
                 */
                type: "responds-to" | "implements" | "enforces" | "repeals" | "amends" | "part-of" | "reports";
                /** @description The other action */
                action: string;
                /**
                 * @description Who says so
                 * @enum {string}
                 */
                basis: "stated-by-actor" | "stated-by-source" | "inferred";
                /** @description Days from the other action to this one, [min, max]; an open end is null; null for part-of and reports */
                lag_days: [
                    number | null,
                    number | null
                ] | null;
            }[];
            /** @description How well it is supported */
            sources: {
                /** @description Accepted and consistent claims */
                claims: number;
                /** @description Documents that they stand in */
                documents: number;
                /** @description Independent reports that they come from: two retellings of one are one */
                origins: number;
                /** @description Fields in dispute */
                conflicts: string[];
            };
        };
        /** @description A Action with only the fields asked for, or with what include adds. */
        ActionPart: {
            /** @description Stable id */
            id?: string;
            /** @description Who did what */
            title?: string;
            /** @description What happened, in the words of this dataset */
            summary?: string;
            /**
             * @description Follows from type
             * @enum {string}
             */
            kind?: "regulation" | "enforcement" | "industry" | "market" | "statement";
            /**
             * @description What was done
             * @enum {string}
             */
            type?: "ban" | "restriction" | "licensing" | "guidance" | "warning" | "policy-statement" | "legal-tender" | "official-currency" | "repeal" | "shutdown-order" | "seizure" | "investigation" | "access-block" | "account-block" | "censorship" | "penalty" | "arrest" | "campaign" | "registration-halt" | "account-closure" | "service-termination" | "market-exit" | "closure" | "relocation" | "sales-halt" | "compliance-step" | "expansion" | "price-move" | "market-size" | "opinion" | "forecast" | "report" | "denial";
            /** @description When it was done or announced; for a figure the period that it describes */
            date?: components["schemas"]["EventDate"];
            /** @description True if the source speaks of something not yet done */
            planned?: boolean;
            /** @description The date that it is planned for */
            due?: components["schemas"]["EventDate"] | null;
            /** @description When it has force; null where nothing is known */
            effect?: {
                /** @description Since when it has force */
                from: components["schemas"]["EventDate"] | null;
                /** @description Last day of force */
                until: components["schemas"]["EventDate"] | null;
                /** @description The action that ended it */
                until_by?: string;
            } | null;
            /** @description Who took part, once a role */
            actors?: {
                /** @description The actor; null for a doer without a name */
                id: string | null;
                /** @description For a doer without a name: what tells it from others in this action */
                key?: string;
                /**
                 * @description What it is
                 * @enum {string}
                 */
                kind: "agency" | "exchange" | "company" | "association" | "institution" | "person";
                /** @description Its name; null for a doer without one */
                name: string | null;
                /**
                 * @description Its part in the action
                 * @enum {string}
                 */
                role: "issuer" | "enforcer" | "target" | "affected" | "subject" | "speaker" | "reporter" | "intermediary";
                /** @description How many they are, where they are many */
                count?: {
                    /** @description At least */
                    low: number | null;
                    /** @description As many as the source says */
                    best: number | null;
                    /** @description At most */
                    high: number | null;
                };
                /** @description The source's own short term */
                as_reported?: string;
            }[];
            /** @description Where */
            regions?: {
                /** @description The region */
                code: string;
                /** @description Its name */
                name: string;
                /**
                 * @description Its part in the action
                 * @enum {string}
                 */
                role: "jurisdiction" | "affected" | "origin" | "destination" | "subject";
            }[];
            /** @description What it concerns */
            activities?: ("trading" | "exchange-service" | "mining" | "fiat-conversion" | "payment" | "financial-service" | "issuance" | "custody" | "lending" | "asset-management" | "wallet" | "advertising" | "information-access" | "hardware-sale" | "power-supply" | "market-data" | "securities" | "official-digital-currency" | "blockchain")[];
            /** @description How much */
            amounts?: {
                /**
                 * @description What is counted or measured
                 * @enum {string}
                 */
                quantity: "companies" | "mining-devices" | "mining-businesses" | "electricity-saved" | "electricity-used" | "share-price-change" | "market-value-change" | "mining-share" | "mining-rank" | "trading-rank" | "users" | "mini-programs";
                /** @description Lower bound; null where none is known */
                low: number | null;
                /** @description The figure; null where only a bound is known */
                best: number | null;
                /** @description Upper bound; null where none is known */
                high: number | null;
                /** @description True if it is more than low */
                low_exclusive?: boolean;
                /** @description True if it is less than high */
                high_exclusive?: boolean;
                /**
                 * @description UCUM unit or ISO 4217 currency
                 * @enum {string}
                 */
                unit: "1" | "%" | "kW.h" | "USD";
                /** @description ISO 8601 duration that it is for */
                per?: string;
                /**
                 * @description Measured, estimated or expected
                 * @enum {string}
                 */
                modality: "measured" | "estimated" | "expected";
                /** @description True if the source says about */
                approximate: boolean;
                /** @description The source's own short term */
                as_reported: string;
            }[];
            /** @description What has no field of its own */
            details?: {
                /**
                 * @description What it is about
                 * @enum {string}
                 */
                aspect: "scope" | "condition" | "motive" | "legal-basis" | "sanction" | "outcome" | "context" | "content";
                /** @description In the words of this dataset */
                text: string;
            }[];
            /** @description Other actions that it relates to */
            links?: {
                /**
                 * @description How this action relates to the other
                 * @enum {string}
                 */
                type: "responds-to" | "implements" | "enforces" | "repeals" | "amends" | "part-of" | "reports";
                /** @description The other action */
                action: string;
                /**
                 * @description Who says so
                 * @enum {string}
                 */
                basis: "stated-by-actor" | "stated-by-source" | "inferred";
                /** @description Days from the other action to this one, [min, max]; an open end is null; null for part-of and reports */
                lag_days: [
                    number | null,
                    number | null
                ] | null;
            }[];
            /** @description How well it is supported */
            sources?: {
                /** @description Accepted and consistent claims */
                claims: number;
                /** @description Documents that they stand in */
                documents: number;
                /** @description Independent reports that they come from: two retellings of one are one */
                origins: number;
                /** @description Fields in dispute */
                conflicts: string[];
            };
            /** @description With include=claims: the claims on this record */
            claims?: components["schemas"]["Claim"][];
            /** @description With include=documents: the documents of its claims */
            documents?: components["schemas"]["Document"][];
            /** @description With include=linked: the actions that it links to or that link to it */
            linked?: components["schemas"]["Action"][];
            /**
             * @description With in_force_on: whether it had force on that day
             * @enum {string}
             */
            in_force?: "certain" | "possible" | "planned";
        };
        /** @description Who acts or is acted on: an agency, exchange, company, association, institution or person. */
        Actor: {
            /** @description Stable id */
            id: string;
            /**
             * @description What it is
             * @enum {string}
             */
            kind: "agency" | "exchange" | "company" | "association" | "institution" | "person";
            /** @description The name to show, one of names */
            name: string;
            /** @description Every name that a source uses */
            names: {
                /** @description The name as it is written */
                name: string;
                /**
                 * @description What kind of name
                 * @enum {string}
                 */
                type: "official" | "short" | "former" | "alias" | "misspelling";
                /** @description BCP 47 tag, where it is not English */
                lang?: string;
            }[];
            /**
             * @description What it does
             * @enum {string}
             */
            sector?: "exchange" | "mining-pool" | "mining-hardware" | "wallet" | "financial-services" | "market-data" | "commerce" | "social-media" | "media" | "technology" | "central-bank" | "government" | "ministry" | "judiciary" | "legislature" | "academia";
            /** @description Where it belongs, where a source says so */
            region?: string;
            /** @description What it is to other actors */
            affiliations: {
                /** @description The other actor */
                actor: string;
                /**
                 * @description What this actor is to the other
                 * @enum {string}
                 */
                relation: "founder" | "co-founder" | "executive" | "member" | "majority-owned-by" | "part-of" | "operates";
                /** @description Year, month or day since when */
                from?: string;
                /** @description Year, month or day until when */
                until?: string;
            }[];
            /** @description Identifiers of other registers */
            identifiers: {
                /** @description Who gives the identifier: lei, wikidata */
                scheme: string;
                /** @description The identifier */
                value: string;
            }[];
        };
        /** @description A Actor with only the fields asked for, or with what include adds. */
        ActorPart: {
            /** @description Stable id */
            id?: string;
            /**
             * @description What it is
             * @enum {string}
             */
            kind?: "agency" | "exchange" | "company" | "association" | "institution" | "person";
            /** @description The name to show, one of names */
            name?: string;
            /** @description Every name that a source uses */
            names?: {
                /** @description The name as it is written */
                name: string;
                /**
                 * @description What kind of name
                 * @enum {string}
                 */
                type: "official" | "short" | "former" | "alias" | "misspelling";
                /** @description BCP 47 tag, where it is not English */
                lang?: string;
            }[];
            /**
             * @description What it does
             * @enum {string}
             */
            sector?: "exchange" | "mining-pool" | "mining-hardware" | "wallet" | "financial-services" | "market-data" | "commerce" | "social-media" | "media" | "technology" | "central-bank" | "government" | "ministry" | "judiciary" | "legislature" | "academia";
            /** @description Where it belongs, where a source says so */
            region?: string;
            /** @description What it is to other actors */
            affiliations?: {
                /** @description The other actor */
                actor: string;
                /**
                 * @description What this actor is to the other
                 * @enum {string}
                 */
                relation: "founder" | "co-founder" | "executive" | "member" | "majority-owned-by" | "part-of" | "operates";
                /** @description Year, month or day since when */
                from?: string;
                /** @description Year, month or day until when */
                until?: string;
            }[];
            /** @description Identifiers of other registers */
            identifiers?: {
                /** @description Who gives the identifier: lei, wikidata */
                scheme: string;
                /** @description The identifier */
                value: string;
            }[];
            /** @description With include=claims: the claims on this record */
            claims?: components["schemas"]["Claim"][];
            /** @description With include=documents: the documents of its claims */
            documents?: components["schemas"]["Document"][];
        };
        /** @description The process answers. */
        Alive: {
            /** @constant */
            status: "ok";
        };
        /** @description What an action answers and what answered it. */
        Chain: {
            nodes: {
                /** @description Action */
                id: string;
                /** @description Who did what */
                title: string;
                /**
                 * @description What was done
                 * @enum {string}
                 */
                type: "ban" | "restriction" | "licensing" | "guidance" | "warning" | "policy-statement" | "legal-tender" | "official-currency" | "repeal" | "shutdown-order" | "seizure" | "investigation" | "access-block" | "account-block" | "censorship" | "penalty" | "arrest" | "campaign" | "registration-halt" | "account-closure" | "service-termination" | "market-exit" | "closure" | "relocation" | "sales-halt" | "compliance-step" | "expansion" | "price-move" | "market-size" | "opinion" | "forecast" | "report" | "denial";
                date: components["schemas"]["EventDate"];
                /** @description True if the source speaks of something not yet done */
                planned: boolean;
                /** @description Links from the action asked for: negative for what it answers, positive for what answers it */
                step: number;
            }[];
            edges: {
                /** @description The action that answers */
                from: string;
                /** @description The action that it answers */
                to: string;
                /**
                 * @description How
                 * @enum {string}
                 */
                type: "responds-to" | "implements" | "enforces" | "repeals" | "amends" | "part-of" | "reports";
                /**
                 * @description Who says so
                 * @enum {string}
                 */
                basis: "stated-by-actor" | "stated-by-source" | "inferred";
                /** @description Days from the one to the other, [min, max]; an open end is null */
                lag_days: [
                    number | null,
                    number | null
                ];
                /** @description True if a document disagrees */
                disputed: boolean;
            }[];
            reactions: components["schemas"]["Reactions"];
            /** @description Links that the chain would have over all bases and has not over these */
            left_out: number;
        };
        /** @description What a release did to a record. */
        Change: {
            /** @description The release and the record, joined by a slash */
            id: string;
            /** @description The release that brought it */
            release: string;
            /** @description Day of that release; null while it is not released */
            date: string | null;
            /** @description Collection and id, which a URL has encoded; dataset for what the dataset says of itself */
            record: string;
            /**
             * @description What happened to it
             * @enum {string}
             */
            change: "added" | "changed" | "removed" | "merged";
            /** @description For a changed record that is released: the fields that differ */
            fields?: string[];
            /** @description For a merged record: the one that has taken its place */
            into?: string;
            /** @description Why; null while it is not released */
            reason: ("new-evidence" | "coding-error" | "source-changed" | "vocabulary" | "merge" | "split") | null;
            /** @description Why, in words */
            note?: string;
        };
        /** @description A Change with only the fields asked for, or with what include adds. */
        ChangePart: {
            /** @description The release and the record, joined by a slash */
            id?: string;
            /** @description The release that brought it */
            release?: string;
            /** @description Day of that release; null while it is not released */
            date?: string | null;
            /** @description Collection and id, which a URL has encoded; dataset for what the dataset says of itself */
            record?: string;
            /**
             * @description What happened to it
             * @enum {string}
             */
            change?: "added" | "changed" | "removed" | "merged";
            /** @description For a changed record that is released: the fields that differ */
            fields?: string[];
            /** @description For a merged record: the one that has taken its place */
            into?: string;
            /** @description Why; null while it is not released */
            reason?: ("new-evidence" | "coding-error" | "source-changed" | "vocabulary" | "merge" | "split") | null;
            /** @description Why, in words */
            note?: string;
        };
        /** @description How to cite this, naming release and hash. */
        Citation: {
            /** @description In words */
            text: string;
            /** @description As a BibTeX entry */
            bibtex: string;
            /** @description As CSL-JSON, which reference managers import */
            csl_json: {
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
        };
        /** @description One value as one document states it. */
        Claim: {
            /** @description The record, the field and a number, joined by dots */
            id: string;
            /** @description The record that it speaks of: collection and id */
            record: string;
            /** @description Which value, as a path by natural keys: date, actors/huobi/issuer, amounts/mining-devices */
            field: string;
            /** @description The value as this document states it; null where it cannot be taken from the text */
            value: unknown;
            /** @description The document's own short term for it */
            as_reported?: string;
            /** @description The document that states it */
            document: string;
            /** @description The original report that the words come from */
            origin: string;
            /** @description First Unicode code point of the words in the document; null without words */
            start: number | null;
            /** @description Code point after the last one */
            end: number | null;
            /** @description Of the words in UTF-8 */
            sha256: string | null;
            /**
             * @description What became of it
             * @enum {string}
             */
            status: "accepted" | "consistent" | "rival" | "garbled";
            /**
             * @description Whether the words say it or it is drawn from other claims
             * @enum {string}
             */
            basis: "stated" | "inferred";
            /** @description The claims that it is drawn from */
            rests_on: string[];
            /**
             * @description For a rival: the rule by which it lost
             * @enum {string}
             */
            rule?: "own-act" | "original-report" | "more-specific" | "later-account" | "only-account" | "accounts-agree" | "most-exact" | "worked-out" | "no-account";
            /** @description The reasoning, or why it lost */
            note?: string;
            /** @description The words themselves, where this server has the documents */
            quote?: string;
        };
        /** @description A Claim with only the fields asked for, or with what include adds. */
        ClaimPart: {
            /** @description The record, the field and a number, joined by dots */
            id?: string;
            /** @description The record that it speaks of: collection and id */
            record?: string;
            /** @description Which value, as a path by natural keys: date, actors/huobi/issuer, amounts/mining-devices */
            field?: string;
            /** @description The value as this document states it; null where it cannot be taken from the text */
            value?: unknown;
            /** @description The document's own short term for it */
            as_reported?: string;
            /** @description The document that states it */
            document?: string;
            /** @description The original report that the words come from */
            origin?: string;
            /** @description First Unicode code point of the words in the document; null without words */
            start?: number | null;
            /** @description Code point after the last one */
            end?: number | null;
            /** @description Of the words in UTF-8 */
            sha256?: string | null;
            /**
             * @description What became of it
             * @enum {string}
             */
            status?: "accepted" | "consistent" | "rival" | "garbled";
            /**
             * @description Whether the words say it or it is drawn from other claims
             * @enum {string}
             */
            basis?: "stated" | "inferred";
            /** @description The claims that it is drawn from */
            rests_on?: string[];
            /**
             * @description For a rival: the rule by which it lost
             * @enum {string}
             */
            rule?: "own-act" | "original-report" | "more-specific" | "later-account" | "only-account" | "accounts-agree" | "most-exact" | "worked-out" | "no-account";
            /** @description The reasoning, or why it lost */
            note?: string;
            /** @description The words themselves, where this server has the documents */
            quote?: string;
        };
        /** @description How many distinct actions a group has. */
        Count: {
            /** @description The value of each thing counted by */
            group: {
                [key: string]: string;
            };
            /** @description Distinct actions that surely belong to the group */
            certain: number;
            /** @description Distinct actions that may belong to it */
            possible: number;
        };
        /** @description About these counts. */
        CountsMeta: {
            /** @description Version of the release that answers */
            release: string;
            /** @description Distinct actions of the whole query */
            total: number;
            /** @description What is counted */
            unit: string;
            /** @description How to read the columns */
            note: string;
            /** @description The request in plain English */
            query: string;
            /** @description With in_force_on: how many had force on that day */
            in_force?: components["schemas"]["InForce"];
            /** @description What the dataset covers, where the answer is empty */
            coverage?: components["schemas"]["Coverage"];
        };
        /** @description What the dataset covers, so that an empty answer can be read. */
        Coverage: {
            /** @description The reports that are coded */
            documents: string[];
            /** @description First and last day on which a dated action may lie */
            period: {
                earliest: string | null;
                latest: string | null;
            };
            /** @description Regions with an action */
            regions: string[];
            /** @description Kinds of action */
            kinds: string[];
            /** @description First and last days of more than 92 days on which no action lies, of those whose date is known to within a year */
            silences: {
                from: string;
                to: string;
            }[];
            /** @description What is known to be missing */
            gaps: {
                /**
                 * @description What is missing or weak
                 * @enum {string}
                 */
                about: "documents" | "dates" | "sources";
                /** @description In words */
                text: string;
            }[];
        };
        /** @description The dataset as a whole. */
        Dataset: {
            /** @description Name of the dataset */
            title: string;
            /** @description What it is */
            description: string;
            /** @description Who publishes it */
            publisher: string;
            release: components["schemas"]["Release"];
            /** @description Records of each collection */
            counts: {
                [key: string]: number;
            };
            coverage: components["schemas"]["Coverage"];
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
            /** @description Where to go from here */
            links: {
                [key: string]: string;
            };
        };
        /** @description A text that claims are drawn from. Its words are not part of the dataset. */
        Document: {
            /** @description Stable id */
            id: string;
            /**
             * @description A report that is coded, or a reference that is cited
             * @enum {string}
             */
            kind: "report" | "reference";
            /** @description The document's own title, or a description where it has none */
            title: string;
            /** @description Who published it, where the document says so */
            publisher?: string;
            /** @description Who wrote it, where the document says so */
            author?: string;
            /** @description BCP 47 tag */
            language: string;
            /**
             * Format: uri
             * @description Where it stands, where that is known
             */
            url?: string;
            /** @description When it was published; null for a reference */
            published: components["schemas"]["EventDate"] | null;
            /** @description The original report that it retells, or its own id */
            origin: string;
            /** @description Of the document's file; null for a reference */
            sha256: string | null;
            /** @description Unicode code points of the document's file */
            length: number | null;
            /** @description What a reader should know of it */
            note?: string;
        };
        /** @description A Document with only the fields asked for, or with what include adds. */
        DocumentPart: {
            /** @description Stable id */
            id?: string;
            /**
             * @description A report that is coded, or a reference that is cited
             * @enum {string}
             */
            kind?: "report" | "reference";
            /** @description The document's own title, or a description where it has none */
            title?: string;
            /** @description Who published it, where the document says so */
            publisher?: string;
            /** @description Who wrote it, where the document says so */
            author?: string;
            /** @description BCP 47 tag */
            language?: string;
            /**
             * Format: uri
             * @description Where it stands, where that is known
             */
            url?: string;
            /** @description When it was published; null for a reference */
            published?: components["schemas"]["EventDate"] | null;
            /** @description The original report that it retells, or its own id */
            origin?: string;
            /** @description Of the document's file; null for a reference */
            sha256?: string | null;
            /** @description Unicode code points of the document's file */
            length?: number | null;
            /** @description What a reader should know of it */
            note?: string;
            /** @description With include=claims: the claims on this record */
            claims?: components["schemas"]["Claim"][];
        };
        /** @description A date as exact as the sources give it. Civil dates where it took place. */
        EventDate: {
            /** @description The date in EDTF: a year, month, day or decade (201X), a/b, [a..b], [..b] or [a..] */
            edtf: string;
            /** @description First day that it may mean; null where it is open */
            earliest: string | null;
            /** @description Last day that it may mean; null where it is open */
            latest: string | null;
            /**
             * @description How exact it is
             * @enum {string}
             */
            precision: "day" | "month" | "year" | "decade" | "interval" | "range" | "open";
            /**
             * @description Whence it is known
             * @enum {string}
             */
            basis: "stated" | "relative" | "bounded" | "inferred";
            /** @description The working, where it was worked out */
            note?: string;
        };
        /** @description About this evidence. */
        EvidenceMeta: {
            /** @description Version of the release that answers */
            release: string;
            /** @description Fields with evidence */
            total: number;
        };
        /** @description A file with a whole collection or table of a release. */
        ExportFile: {
            /** @description Version of the release */
            release: string;
            /** @description Name of the file */
            name: string;
            /**
             * @description Format of the file
             * @enum {string}
             */
            format: "sqlite" | "csv" | "ndjson" | "parquet" | "json";
            /** @description Path of the file; it never has other bytes once it is released */
            url: string;
            /** @description Length of the file */
            bytes: number;
            /** @description Of the file */
            sha256: string;
        };
        /** @description About these files. */
        ExportsMeta: {
            /** @description Version of the release that answers */
            release: string;
            /** @description Files in all */
            total: number;
        };
        /** @description What a field of a record rests on. */
        FieldEvidence: {
            /** @description Path of the field */
            field: string;
            /** @description The value that the record shows; null where no account stands behind one */
            value: unknown;
            /** @description By which rules this value stands: one, or those by which its rivals lost */
            decided_by: ("own-act" | "original-report" | "more-specific" | "later-account" | "only-account" | "accounts-agree" | "most-exact" | "worked-out" | "no-account")[];
            sources: {
                /** @description Accepted and consistent claims */
                claims: number;
                /** @description Documents that they stand in */
                documents: number;
                /** @description Independent reports that they come from: two retellings of one are one */
                origins: number;
            };
            /** @description The claims behind it: accepted, consistent and garbled ones */
            claims: components["schemas"]["Claim"][];
            /** @description The claims that disagree */
            rivals: components["schemas"]["Claim"][];
        };
        /** @description About this history. */
        HistoryMeta: {
            /** @description Version of the release that answers */
            release: string;
            /** @description Changes in all */
            total: number;
        };
        /** @description How the actions of a query stand on a day. */
        InForce: {
            /** @description The day */
            on: string;
            /** @description Actions that had force beyond doubt */
            certain: number;
            /** @description Actions that may have had, the certain and the planned ones included */
            possible: number;
            /** @description Of the possible ones, those of which only the plan is known */
            planned: number;
            /** @description Actions that match all else, of which nothing is known of when they have force */
            no_known_effect: number;
        };
        /** @description A feed by JSON Feed 1.1. */
        JsonFeed: {
            /**
             * @description Which kind of feed this is
             * @constant
             */
            version: "https://jsonfeed.org/version/1.1";
            /** @description Name of the dataset */
            title: string;
            /** @description The request in plain English */
            description: string;
            /** @description Home page */
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
            /** @description The actions */
            items: {
                /** @description The same on every server */
                id: string;
                /** @description The action */
                url: string;
                /** @description Who did what */
                title: string;
                /** @description Date and summary */
                content_text: string;
                /** @description Day of the release that last changed it */
                date_modified: string;
                /** @description Kind, type and activities */
                tags: string[];
            }[];
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
            /** @description With in_force_on: how many had force on that day */
            in_force?: components["schemas"]["InForce"];
            /** @description How to read an answer that has nothing of what was asked */
            note?: string;
            /** @description What the dataset covers, where the answer is empty */
            coverage?: components["schemas"]["Coverage"];
        };
        /** @description About this answer. */
        Meta: {
            /** @description Version of the release that answers */
            release: string;
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
            /** @description Names this occurrence; the same id is in the log and in X-Request-Id */
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
        /** @description What followed an action, by type and by lag. */
        Reactions: {
            /** @description Actions behind the one asked for */
            total: number;
            /** @description Of these, those of which only the plan is known */
            planned: number;
            by_type: {
                /**
                 * @description Type
                 * @enum {string}
                 */
                type: "ban" | "restriction" | "licensing" | "guidance" | "warning" | "policy-statement" | "legal-tender" | "official-currency" | "repeal" | "shutdown-order" | "seizure" | "investigation" | "access-block" | "account-block" | "censorship" | "penalty" | "arrest" | "campaign" | "registration-halt" | "account-closure" | "service-termination" | "market-exit" | "closure" | "relocation" | "sales-halt" | "compliance-step" | "expansion" | "price-move" | "market-size" | "opinion" | "forecast" | "report" | "denial";
                /** @description How many */
                actions: number;
            }[];
            by_lag: {
                /** @description First and last day of the class, from the action asked for */
                days: [
                    number | null,
                    number | null
                ];
                /** @description Reactions that surely fall within it */
                certain: number;
                /** @description Reactions that may, their dates being vague */
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
            /** @description What the score comes from */
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
            /** @description What an id is to be put behind to give an address */
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
            /** @description What completes what somebody types */
            suggest: {
                entity: components["schemas"]["ReconcilePlace"];
                property: components["schemas"]["ReconcilePlace"];
                type: components["schemas"]["ReconcilePlace"];
            };
            /** @description What gives properties of entities */
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
            /** @description Scheme and host */
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
            /** @description What tells it from others */
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
            /** @description What tells it from others */
            description: string;
            /** @description What it is one of */
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
        /** @description About this record. */
        RecordMeta: {
            /** @description Version of the release that answers */
            release: string;
            citation: components["schemas"]["Citation"];
        };
        /** @description A place. Hong Kong is not below China: CN is what the documents call China or the mainland. */
        Region: {
            /** @description ISO 3166-1 alpha-2, ISO 3166-2, UN M49, or x-… where no standard has one */
            code: string;
            /** @description Name in English */
            name: string;
            /**
             * @description What it is
             * @enum {string}
             */
            kind: "world" | "area" | "country" | "territory" | "subdivision";
            /** @description The region just above it; null for the world */
            parent: string | null;
        };
        /** @description A Region with only the fields asked for, or with what include adds. */
        RegionPart: {
            /** @description ISO 3166-1 alpha-2, ISO 3166-2, UN M49, or x-… where no standard has one */
            code?: string;
            /** @description Name in English */
            name?: string;
            /**
             * @description What it is
             * @enum {string}
             */
            kind?: "world" | "area" | "country" | "territory" | "subdivision";
            /** @description The region just above it; null for the world */
            parent?: string | null;
            /** @description With include=claims: the claims on this record */
            claims?: components["schemas"]["Claim"][];
            /** @description With include=documents: the documents of its claims */
            documents?: components["schemas"]["Document"][];
        };
        /** @description The state of the dataset that answers. */
        Release: {
            /** @description Calendar version; with -unreleased behind it where records have changed since */
            version: string;
            /** @description Day of the release; null where it is not released */
            date: string | null;
            /** @description sha256 of the lines `path<tab>sha256 of the JSON` of all records, in the order of their paths */
            hash: string;
        };
        /** @description A release: it never changes. */
        ReleaseSummary: {
            /** @description Calendar version */
            version: string;
            /**
             * Format: date
             * @description Day of the release
             */
            date: string;
            /**
             * Format: date-time
             * @description When it was released
             */
            time: string;
            /** @description Of all its records */
            hash: string;
            /** @description Records of each collection */
            counts: {
                [key: string]: number;
            };
            /** @description Changes of each kind since the release before */
            changes: {
                [key: string]: number;
            };
        };
        /** @description A ReleaseSummary with only the fields asked for, or with what include adds. */
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
             * @description When it was released
             */
            time?: string;
            /** @description Of all its records */
            hash?: string;
            /** @description Records of each collection */
            counts?: {
                [key: string]: number;
            };
            /** @description Changes of each kind since the release before */
            changes?: {
                [key: string]: number;
            };
        };
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
        /** @description An entity that may be meant. */
        SuggestedEntity: {
            /** @description Its id */
            id: string;
            /** @description Its name */
            name: string;
            /** @description What tells it from others */
            description: string;
            /** @description Its types */
            notable: components["schemas"]["ReconcileTypeName"][];
        };
        /** @description One code of the codebook. */
        Term: {
            /** @description Scheme and code, joined by a slash */
            id: string;
            /** @description The list that the code belongs to */
            scheme: string;
            /** @description The value as it stands in records and filters */
            code: string;
            /** @description The code as people say it */
            label: string;
            /** @description What it means */
            definition: string;
            /** @description What belongs to it too */
            includes?: string;
            /** @description What does not belong to it */
            excludes?: string;
            /** @description The code that it stands below */
            parent?: string;
        };
        /** @description A Term with only the fields asked for, or with what include adds. */
        TermPart: {
            /** @description Scheme and code, joined by a slash */
            id?: string;
            /** @description The list that the code belongs to */
            scheme?: string;
            /** @description The value as it stands in records and filters */
            code?: string;
            /** @description The code as people say it */
            label?: string;
            /** @description What it means */
            definition?: string;
            /** @description What belongs to it too */
            includes?: string;
            /** @description What does not belong to it */
            excludes?: string;
            /** @description The code that it stands below */
            parent?: string;
        };
    };
    responses: never;
    parameters: never;
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
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-dataset": {
        parameters: {
            query?: {
                /** @description Format of the answer; stands before the Accept header */
                format?: "json" | "jsonld";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
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
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-actions": {
        parameters: {
            query?: {
                /** @description Action id; any of these */
                id?: string[];
                /** @description Action id; none of these */
                not_id?: string[];
                /** @description Kind of action; any of these */
                kind?: ("regulation" | "enforcement" | "industry" | "market" | "statement")[];
                /** @description Kind of action; none of these */
                not_kind?: ("regulation" | "enforcement" | "industry" | "market" | "statement")[];
                /** @description Type of action; any of these */
                type?: ("ban" | "restriction" | "licensing" | "guidance" | "warning" | "policy-statement" | "legal-tender" | "official-currency" | "repeal" | "shutdown-order" | "seizure" | "investigation" | "access-block" | "account-block" | "censorship" | "penalty" | "arrest" | "campaign" | "registration-halt" | "account-closure" | "service-termination" | "market-exit" | "closure" | "relocation" | "sales-halt" | "compliance-step" | "expansion" | "price-move" | "market-size" | "opinion" | "forecast" | "report" | "denial")[];
                /** @description Type of action; none of these */
                not_type?: ("ban" | "restriction" | "licensing" | "guidance" | "warning" | "policy-statement" | "legal-tender" | "official-currency" | "repeal" | "shutdown-order" | "seizure" | "investigation" | "access-block" | "account-block" | "censorship" | "penalty" | "arrest" | "campaign" | "registration-halt" | "account-closure" | "service-termination" | "market-exit" | "closure" | "relocation" | "sales-halt" | "compliance-step" | "expansion" | "price-move" | "market-size" | "opinion" | "forecast" | "report" | "denial")[];
                /** @description Region, or anything below it, in any role; any of these */
                region?: string[];
                /** @description Region, or anything below it, in any role; none of these */
                not_region?: string[];
                /** @description Actor: an id or any of its names; any of these */
                actor?: string[];
                /** @description Actor: an id or any of its names; none of these */
                not_actor?: string[];
                /** @description Agency: an id or any of its names; any of these */
                agency?: string[];
                /** @description Agency: an id or any of its names; none of these */
                not_agency?: string[];
                /** @description Exchange: an id or any of its names; any of these */
                exchange?: string[];
                /** @description Exchange: an id or any of its names; none of these */
                not_exchange?: string[];
                /** @description Role of an actor; together with actor, agency or exchange, the role of that one; any of these */
                role?: ("issuer" | "enforcer" | "target" | "affected" | "subject" | "speaker" | "reporter" | "intermediary")[];
                /** @description Role of an actor; together with actor, agency or exchange, the role of that one; none of these */
                not_role?: ("issuer" | "enforcer" | "target" | "affected" | "subject" | "speaker" | "reporter" | "intermediary")[];
                /** @description Role of a region; together with region, the role of that one; any of these */
                region_role?: ("jurisdiction" | "affected" | "origin" | "destination" | "subject")[];
                /** @description Role of a region; together with region, the role of that one; none of these */
                not_region_role?: ("jurisdiction" | "affected" | "origin" | "destination" | "subject")[];
                /** @description What the action concerns; any of these */
                activity?: ("trading" | "exchange-service" | "mining" | "fiat-conversion" | "payment" | "financial-service" | "issuance" | "custody" | "lending" | "asset-management" | "wallet" | "advertising" | "information-access" | "hardware-sale" | "power-supply" | "market-data" | "securities" | "official-digital-currency" | "blockchain")[];
                /** @description What the action concerns; none of these */
                not_activity?: ("trading" | "exchange-service" | "mining" | "fiat-conversion" | "payment" | "financial-service" | "issuance" | "custody" | "lending" | "asset-management" | "wallet" | "advertising" | "information-access" | "hardware-sale" | "power-supply" | "market-data" | "securities" | "official-digital-currency" | "blockchain")[];
                /** @description Document with a claim on the action; any of these */
                document?: string[];
                /** @description Document with a claim on the action; none of these */
                not_document?: string[];
                /** @description Type of a link to another action; together with linked_to, of the link to that one; any of these */
                link?: ("responds-to" | "implements" | "enforces" | "repeals" | "amends" | "part-of" | "reports")[];
                /** @description Type of a link to another action; together with linked_to, of the link to that one; none of these */
                not_link?: ("responds-to" | "implements" | "enforces" | "repeals" | "amends" | "part-of" | "reports")[];
                /** @description Action that a link leads to; any of these */
                linked_to?: string[];
                /** @description Action that a link leads to; none of these */
                not_linked_to?: string[];
                /** @description What the record holds; any of these */
                has?: ("amounts" | "links" | "effect" | "due" | "conflicts" | "unnamed" | "details")[];
                /** @description What the record holds; none of these */
                not_has?: ("amounts" | "links" | "effect" | "due" | "conflicts" | "unnamed" | "details")[];
                /** @description True: only what was not yet done; false: only what was */
                planned?: boolean;
                /** @description Release after which the record was added or changed; or a year, month or day, from its first day on */
                changed_since?: string;
                /** @description Day on which it may have had force, or with date_match=certain must have had */
                in_force_on?: string;
                /** @description True: region means itself, not what lies below it */
                region_exact?: boolean;
                /** @description On or after the first day of this year, month or day */
                from?: string;
                /** @description On or before the last day of this year, month or day */
                to?: string;
                /** @description Whether what is vague may hold, or must: a date between from and to, force on in_force_on */
                date_match?: "possible" | "certain";
                /** @description Text search: words that all occur, "a phrase", a prefix* of three letters or more, -not this */
                q?: string;
                /** @description Order of the records */
                sort?: "-date" | "date" | "relevance";
                /** @description Records on a page */
                limit?: number;
                /** @description Place of the next page, from meta.next of the page before */
                cursor?: string;
                /** @description Only these fields of each record */
                fields?: ("id" | "title" | "summary" | "kind" | "type" | "date" | "planned" | "due" | "effect" | "actors" | "regions" | "activities" | "amounts" | "details" | "links" | "sources")[];
                /** @description More with each record; limit is at most 100 then */
                include?: ("claims" | "documents" | "linked")[];
                /** @description With format=csv: a row for each record (wide, the default), or for each claim on them (long) */
                shape?: "wide" | "long";
                /** @description Format of the answer; stands before the Accept header */
                format?: "json" | "csv" | "ndjson" | "atom" | "jsonfeed";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Action"] | components["schemas"]["ActionPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": string;
                    "application/x-ndjson": string;
                    "application/atom+xml": string;
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-actions": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: ("id" | "title" | "summary" | "kind" | "type" | "date" | "planned" | "due" | "effect" | "actors" | "regions" | "activities" | "amounts" | "details" | "links" | "sources")[];
                /** @description More with each record; limit is at most 100 then */
                include?: ("claims" | "documents" | "linked")[];
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
            };
            header?: never;
            path: {
                /** @description Action id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The action */
            200: {
                headers: {
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Action"] | components["schemas"]["ActionPart"];
                        meta: components["schemas"]["RecordMeta"];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The record has another id now */
            308: {
                headers: {
                    /** @description The same path and query with the id that it has now */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record has been withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "evidence-actions": {
        parameters: {
            query?: {
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
            };
            header?: never;
            path: {
                /** @description Action id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The evidence, field by field */
            200: {
                headers: {
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FieldEvidence"][];
                        meta: components["schemas"]["EvidenceMeta"];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The record has another id now */
            308: {
                headers: {
                    /** @description The same path and query with the id that it has now */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record has been withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "chain-actions": {
        parameters: {
            query?: {
                /** @description Links of any of these; what the coder inferred only if it is asked for */
                basis?: ("stated-by-actor" | "stated-by-source" | "inferred")[];
                /** @description Steps each way */
                depth?: number;
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
            };
            header?: never;
            path: {
                /** @description Action id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chain */
            200: {
                headers: {
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Chain"];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The record has another id now */
            308: {
                headers: {
                    /** @description The same path and query with the id that it has now */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record has been withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "history-actions": {
        parameters: {
            query?: {
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
            };
            header?: never;
            path: {
                /** @description Action id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes */
            200: {
                headers: {
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Change"][];
                        meta: components["schemas"]["HistoryMeta"];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The record has another id now */
            308: {
                headers: {
                    /** @description The same path and query with the id that it has now */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record has been withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-exchanges": {
        parameters: {
            query?: {
                /** @description Region that the actor belongs to, or anything below it; any of these */
                region?: string[];
                /** @description Region that the actor belongs to, or anything below it; none of these */
                not_region?: string[];
                /** @description What the actor does; any of these */
                sector?: ("exchange" | "mining-pool" | "mining-hardware" | "wallet" | "financial-services" | "market-data" | "commerce" | "social-media" | "media" | "technology" | "central-bank" | "government" | "ministry" | "judiciary" | "legislature" | "academia")[];
                /** @description What the actor does; none of these */
                not_sector?: ("exchange" | "mining-pool" | "mining-hardware" | "wallet" | "financial-services" | "market-data" | "commerce" | "social-media" | "media" | "technology" | "central-bank" | "government" | "ministry" | "judiciary" | "legislature" | "academia")[];
                /** @description What the record holds; any of these */
                has?: ("conflicts" | "affiliations" | "identifiers")[];
                /** @description What the record holds; none of these */
                not_has?: ("conflicts" | "affiliations" | "identifiers")[];
                /** @description Release after which the record was added or changed; or a year, month or day, from its first day on */
                changed_since?: string;
                /** @description Text search: words that all occur, "a phrase", a prefix* of three letters or more, -not this */
                q?: string;
                /** @description Order of the records */
                sort?: "id" | "-id";
                /** @description Records on a page */
                limit?: number;
                /** @description Place of the next page, from meta.next of the page before */
                cursor?: string;
                /** @description Only these fields of each record */
                fields?: ("id" | "kind" | "name" | "names" | "sector" | "region" | "affiliations" | "identifiers")[];
                /** @description More with each record; limit is at most 100 then */
                include?: ("claims" | "documents")[];
                /** @description With format=csv: a row for each record (wide, the default), or for each claim on them (long) */
                shape?: "wide" | "long";
                /** @description Format of the answer; stands before the Accept header */
                format?: "json" | "csv" | "ndjson";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Actor"] | components["schemas"]["ActorPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-exchanges": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: ("id" | "kind" | "name" | "names" | "sector" | "region" | "affiliations" | "identifiers")[];
                /** @description More with each record; limit is at most 100 then */
                include?: ("claims" | "documents")[];
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Actor"] | components["schemas"]["ActorPart"];
                        meta: components["schemas"]["RecordMeta"];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The record has another id now */
            308: {
                headers: {
                    /** @description The same path and query with the id that it has now */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record has been withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-agencies": {
        parameters: {
            query?: {
                /** @description Region that the actor belongs to, or anything below it; any of these */
                region?: string[];
                /** @description Region that the actor belongs to, or anything below it; none of these */
                not_region?: string[];
                /** @description What the actor does; any of these */
                sector?: ("exchange" | "mining-pool" | "mining-hardware" | "wallet" | "financial-services" | "market-data" | "commerce" | "social-media" | "media" | "technology" | "central-bank" | "government" | "ministry" | "judiciary" | "legislature" | "academia")[];
                /** @description What the actor does; none of these */
                not_sector?: ("exchange" | "mining-pool" | "mining-hardware" | "wallet" | "financial-services" | "market-data" | "commerce" | "social-media" | "media" | "technology" | "central-bank" | "government" | "ministry" | "judiciary" | "legislature" | "academia")[];
                /** @description What the record holds; any of these */
                has?: ("conflicts" | "affiliations" | "identifiers")[];
                /** @description What the record holds; none of these */
                not_has?: ("conflicts" | "affiliations" | "identifiers")[];
                /** @description Release after which the record was added or changed; or a year, month or day, from its first day on */
                changed_since?: string;
                /** @description Text search: words that all occur, "a phrase", a prefix* of three letters or more, -not this */
                q?: string;
                /** @description Order of the records */
                sort?: "id" | "-id";
                /** @description Records on a page */
                limit?: number;
                /** @description Place of the next page, from meta.next of the page before */
                cursor?: string;
                /** @description Only these fields of each record */
                fields?: ("id" | "kind" | "name" | "names" | "sector" | "region" | "affiliations" | "identifiers")[];
                /** @description More with each record; limit is at most 100 then */
                include?: ("claims" | "documents")[];
                /** @description With format=csv: a row for each record (wide, the default), or for each claim on them (long) */
                shape?: "wide" | "long";
                /** @description Format of the answer; stands before the Accept header */
                format?: "json" | "csv" | "ndjson";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Actor"] | components["schemas"]["ActorPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-agencies": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: ("id" | "kind" | "name" | "names" | "sector" | "region" | "affiliations" | "identifiers")[];
                /** @description More with each record; limit is at most 100 then */
                include?: ("claims" | "documents")[];
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Actor"] | components["schemas"]["ActorPart"];
                        meta: components["schemas"]["RecordMeta"];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The record has another id now */
            308: {
                headers: {
                    /** @description The same path and query with the id that it has now */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record has been withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-actors": {
        parameters: {
            query?: {
                /** @description Kind of actor; any of these */
                kind?: ("agency" | "exchange" | "company" | "association" | "institution" | "person")[];
                /** @description Kind of actor; none of these */
                not_kind?: ("agency" | "exchange" | "company" | "association" | "institution" | "person")[];
                /** @description Region that the actor belongs to, or anything below it; any of these */
                region?: string[];
                /** @description Region that the actor belongs to, or anything below it; none of these */
                not_region?: string[];
                /** @description What the actor does; any of these */
                sector?: ("exchange" | "mining-pool" | "mining-hardware" | "wallet" | "financial-services" | "market-data" | "commerce" | "social-media" | "media" | "technology" | "central-bank" | "government" | "ministry" | "judiciary" | "legislature" | "academia")[];
                /** @description What the actor does; none of these */
                not_sector?: ("exchange" | "mining-pool" | "mining-hardware" | "wallet" | "financial-services" | "market-data" | "commerce" | "social-media" | "media" | "technology" | "central-bank" | "government" | "ministry" | "judiciary" | "legislature" | "academia")[];
                /** @description What the record holds; any of these */
                has?: ("conflicts" | "affiliations" | "identifiers")[];
                /** @description What the record holds; none of these */
                not_has?: ("conflicts" | "affiliations" | "identifiers")[];
                /** @description Release after which the record was added or changed; or a year, month or day, from its first day on */
                changed_since?: string;
                /** @description Text search: words that all occur, "a phrase", a prefix* of three letters or more, -not this */
                q?: string;
                /** @description Order of the records */
                sort?: "id" | "-id";
                /** @description Records on a page */
                limit?: number;
                /** @description Place of the next page, from meta.next of the page before */
                cursor?: string;
                /** @description Only these fields of each record */
                fields?: ("id" | "kind" | "name" | "names" | "sector" | "region" | "affiliations" | "identifiers")[];
                /** @description More with each record; limit is at most 100 then */
                include?: ("claims" | "documents")[];
                /** @description With format=csv: a row for each record (wide, the default), or for each claim on them (long) */
                shape?: "wide" | "long";
                /** @description Format of the answer; stands before the Accept header */
                format?: "json" | "csv" | "ndjson";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Actor"] | components["schemas"]["ActorPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-actors": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: ("id" | "kind" | "name" | "names" | "sector" | "region" | "affiliations" | "identifiers")[];
                /** @description More with each record; limit is at most 100 then */
                include?: ("claims" | "documents")[];
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
            };
            header?: never;
            path: {
                /** @description Actor id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The actor */
            200: {
                headers: {
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Actor"] | components["schemas"]["ActorPart"];
                        meta: components["schemas"]["RecordMeta"];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The record has another id now */
            308: {
                headers: {
                    /** @description The same path and query with the id that it has now */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record has been withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "evidence-actors": {
        parameters: {
            query?: {
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
            };
            header?: never;
            path: {
                /** @description Actor id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The evidence, field by field */
            200: {
                headers: {
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FieldEvidence"][];
                        meta: components["schemas"]["EvidenceMeta"];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The record has another id now */
            308: {
                headers: {
                    /** @description The same path and query with the id that it has now */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record has been withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-regions": {
        parameters: {
            query?: {
                /** @description Kind of region; any of these */
                kind?: ("world" | "area" | "country" | "territory" | "subdivision")[];
                /** @description Kind of region; none of these */
                not_kind?: ("world" | "area" | "country" | "territory" | "subdivision")[];
                /** @description Region just above; any of these */
                parent?: string[];
                /** @description Region just above; none of these */
                not_parent?: string[];
                /** @description Release after which the record was added or changed; or a year, month or day, from its first day on */
                changed_since?: string;
                /** @description Order of the records */
                sort?: "id" | "-id";
                /** @description Records on a page */
                limit?: number;
                /** @description Place of the next page, from meta.next of the page before */
                cursor?: string;
                /** @description Only these fields of each record */
                fields?: ("code" | "name" | "kind" | "parent")[];
                /** @description More with each record; limit is at most 100 then */
                include?: ("claims" | "documents")[];
                /** @description With format=csv: a row for each record (wide, the default), or for each claim on them (long) */
                shape?: "wide" | "long";
                /** @description Format of the answer; stands before the Accept header */
                format?: "json" | "csv" | "ndjson";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Region"] | components["schemas"]["RegionPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-regions": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: ("code" | "name" | "kind" | "parent")[];
                /** @description More with each record; limit is at most 100 then */
                include?: ("claims" | "documents")[];
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Region"] | components["schemas"]["RegionPart"];
                        meta: components["schemas"]["RecordMeta"];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The record has another id now */
            308: {
                headers: {
                    /** @description The same path and query with the id that it has now */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record has been withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-documents": {
        parameters: {
            query?: {
                /** @description Original report; any of these */
                origin?: string[];
                /** @description Original report; none of these */
                not_origin?: string[];
                /** @description BCP 47 tag; any of these */
                language?: string[];
                /** @description BCP 47 tag; none of these */
                not_language?: string[];
                /** @description Release after which the record was added or changed; or a year, month or day, from its first day on */
                changed_since?: string;
                /** @description On or after the first day of this year, month or day */
                from?: string;
                /** @description On or before the last day of this year, month or day */
                to?: string;
                /** @description Whether what is vague may hold, or must: a date between from and to, force on in_force_on */
                date_match?: "possible" | "certain";
                /** @description Order of the records */
                sort?: "-date" | "date";
                /** @description Records on a page */
                limit?: number;
                /** @description Place of the next page, from meta.next of the page before */
                cursor?: string;
                /** @description Only these fields of each record */
                fields?: ("id" | "kind" | "title" | "publisher" | "author" | "language" | "url" | "published" | "origin" | "sha256" | "length" | "note")[];
                /** @description More with each record; limit is at most 100 then */
                include?: "claims"[];
                /** @description With format=csv: a row for each record (wide, the default), or for each claim on them (long) */
                shape?: "wide" | "long";
                /** @description Format of the answer; stands before the Accept header */
                format?: "json" | "csv" | "ndjson";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Document"] | components["schemas"]["DocumentPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-documents": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: ("id" | "kind" | "title" | "publisher" | "author" | "language" | "url" | "published" | "origin" | "sha256" | "length" | "note")[];
                /** @description More with each record; limit is at most 100 then */
                include?: "claims"[];
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Document"] | components["schemas"]["DocumentPart"];
                        meta: components["schemas"]["RecordMeta"];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The record has another id now */
            308: {
                headers: {
                    /** @description The same path and query with the id that it has now */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record has been withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-claims": {
        parameters: {
            query?: {
                /** @description Record: collection and id; any of these */
                record?: string[];
                /** @description Record: collection and id; none of these */
                not_record?: string[];
                /** @description Field of the record; any of these */
                field?: string[];
                /** @description Field of the record; none of these */
                not_field?: string[];
                /** @description Document that makes the claim; any of these */
                document?: string[];
                /** @description Document that makes the claim; none of these */
                not_document?: string[];
                /** @description What became of the claim; any of these */
                status?: ("accepted" | "consistent" | "rival" | "garbled")[];
                /** @description What became of the claim; none of these */
                not_status?: ("accepted" | "consistent" | "rival" | "garbled")[];
                /** @description Stated or inferred; any of these */
                basis?: ("stated" | "inferred")[];
                /** @description Stated or inferred; none of these */
                not_basis?: ("stated" | "inferred")[];
                /** @description Release after which the record was added or changed; or a year, month or day, from its first day on */
                changed_since?: string;
                /** @description Order of the records */
                sort?: "id" | "-id";
                /** @description Records on a page */
                limit?: number;
                /** @description Place of the next page, from meta.next of the page before */
                cursor?: string;
                /** @description Only these fields of each record */
                fields?: ("id" | "record" | "field" | "value" | "as_reported" | "document" | "origin" | "start" | "end" | "sha256" | "status" | "basis" | "rests_on" | "rule" | "note" | "quote")[];
                /** @description Format of the answer; stands before the Accept header */
                format?: "json" | "csv" | "ndjson";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Claim"] | components["schemas"]["ClaimPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-claims": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: ("id" | "record" | "field" | "value" | "as_reported" | "document" | "origin" | "start" | "end" | "sha256" | "status" | "basis" | "rests_on" | "rule" | "note" | "quote")[];
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
            };
            header?: never;
            path: {
                /** @description Claim id, its slashes encoded as %2F */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The claim */
            200: {
                headers: {
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Claim"] | components["schemas"]["ClaimPart"];
                        meta: components["schemas"]["RecordMeta"];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The record has another id now */
            308: {
                headers: {
                    /** @description The same path and query with the id that it has now */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record has been withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "count-actions": {
        parameters: {
            query: {
                /** @description One or two things to count by */
                group_by: ("year" | "quarter" | "month" | "kind" | "type" | "region" | "actor" | "activity" | "document")[];
                /** @description Action id; any of these */
                id?: string[];
                /** @description Action id; none of these */
                not_id?: string[];
                /** @description Kind of action; any of these */
                kind?: ("regulation" | "enforcement" | "industry" | "market" | "statement")[];
                /** @description Kind of action; none of these */
                not_kind?: ("regulation" | "enforcement" | "industry" | "market" | "statement")[];
                /** @description Type of action; any of these */
                type?: ("ban" | "restriction" | "licensing" | "guidance" | "warning" | "policy-statement" | "legal-tender" | "official-currency" | "repeal" | "shutdown-order" | "seizure" | "investigation" | "access-block" | "account-block" | "censorship" | "penalty" | "arrest" | "campaign" | "registration-halt" | "account-closure" | "service-termination" | "market-exit" | "closure" | "relocation" | "sales-halt" | "compliance-step" | "expansion" | "price-move" | "market-size" | "opinion" | "forecast" | "report" | "denial")[];
                /** @description Type of action; none of these */
                not_type?: ("ban" | "restriction" | "licensing" | "guidance" | "warning" | "policy-statement" | "legal-tender" | "official-currency" | "repeal" | "shutdown-order" | "seizure" | "investigation" | "access-block" | "account-block" | "censorship" | "penalty" | "arrest" | "campaign" | "registration-halt" | "account-closure" | "service-termination" | "market-exit" | "closure" | "relocation" | "sales-halt" | "compliance-step" | "expansion" | "price-move" | "market-size" | "opinion" | "forecast" | "report" | "denial")[];
                /** @description Region, or anything below it, in any role; any of these */
                region?: string[];
                /** @description Region, or anything below it, in any role; none of these */
                not_region?: string[];
                /** @description Actor: an id or any of its names; any of these */
                actor?: string[];
                /** @description Actor: an id or any of its names; none of these */
                not_actor?: string[];
                /** @description Agency: an id or any of its names; any of these */
                agency?: string[];
                /** @description Agency: an id or any of its names; none of these */
                not_agency?: string[];
                /** @description Exchange: an id or any of its names; any of these */
                exchange?: string[];
                /** @description Exchange: an id or any of its names; none of these */
                not_exchange?: string[];
                /** @description Role of an actor; together with actor, agency or exchange, the role of that one; any of these */
                role?: ("issuer" | "enforcer" | "target" | "affected" | "subject" | "speaker" | "reporter" | "intermediary")[];
                /** @description Role of an actor; together with actor, agency or exchange, the role of that one; none of these */
                not_role?: ("issuer" | "enforcer" | "target" | "affected" | "subject" | "speaker" | "reporter" | "intermediary")[];
                /** @description Role of a region; together with region, the role of that one; any of these */
                region_role?: ("jurisdiction" | "affected" | "origin" | "destination" | "subject")[];
                /** @description Role of a region; together with region, the role of that one; none of these */
                not_region_role?: ("jurisdiction" | "affected" | "origin" | "destination" | "subject")[];
                /** @description What the action concerns; any of these */
                activity?: ("trading" | "exchange-service" | "mining" | "fiat-conversion" | "payment" | "financial-service" | "issuance" | "custody" | "lending" | "asset-management" | "wallet" | "advertising" | "information-access" | "hardware-sale" | "power-supply" | "market-data" | "securities" | "official-digital-currency" | "blockchain")[];
                /** @description What the action concerns; none of these */
                not_activity?: ("trading" | "exchange-service" | "mining" | "fiat-conversion" | "payment" | "financial-service" | "issuance" | "custody" | "lending" | "asset-management" | "wallet" | "advertising" | "information-access" | "hardware-sale" | "power-supply" | "market-data" | "securities" | "official-digital-currency" | "blockchain")[];
                /** @description Document with a claim on the action; any of these */
                document?: string[];
                /** @description Document with a claim on the action; none of these */
                not_document?: string[];
                /** @description Type of a link to another action; together with linked_to, of the link to that one; any of these */
                link?: ("responds-to" | "implements" | "enforces" | "repeals" | "amends" | "part-of" | "reports")[];
                /** @description Type of a link to another action; together with linked_to, of the link to that one; none of these */
                not_link?: ("responds-to" | "implements" | "enforces" | "repeals" | "amends" | "part-of" | "reports")[];
                /** @description Action that a link leads to; any of these */
                linked_to?: string[];
                /** @description Action that a link leads to; none of these */
                not_linked_to?: string[];
                /** @description What the record holds; any of these */
                has?: ("amounts" | "links" | "effect" | "due" | "conflicts" | "unnamed" | "details")[];
                /** @description What the record holds; none of these */
                not_has?: ("amounts" | "links" | "effect" | "due" | "conflicts" | "unnamed" | "details")[];
                /** @description True: only what was not yet done; false: only what was */
                planned?: boolean;
                /** @description Release after which the record was added or changed; or a year, month or day, from its first day on */
                changed_since?: string;
                /** @description Day on which it may have had force, or with date_match=certain must have had */
                in_force_on?: string;
                /** @description True: region means itself, not what lies below it */
                region_exact?: boolean;
                /** @description On or after the first day of this year, month or day */
                from?: string;
                /** @description On or before the last day of this year, month or day */
                to?: string;
                /** @description Text search: words that all occur, "a phrase", a prefix* of three letters or more, -not this */
                q?: string;
                /** @description Format of the answer; stands before the Accept header */
                format?: "json" | "csv" | "ndjson";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Count"][];
                        meta: components["schemas"]["CountsMeta"];
                    };
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                /** @description What to look for: words that all occur, "a phrase", a prefix* of three letters or more, -not this */
                q: string;
                /** @description Collections to look in */
                in?: ("actions" | "actors" | "regions" | "documents" | "claims" | "vocabulary")[];
                /** @description Records on a page */
                limit?: number;
                /** @description Place of the next page, from meta.next of the page before */
                cursor?: string;
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SearchHit"][];
                        meta: components["schemas"]["ListMeta"];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reconcile: {
        parameters: {
            query?: {
                /** @description Reconciliation queries by keys of your own, as JSON */
                queries?: string;
                /** @description Entities and the properties that are wanted of them, as JSON */
                extend?: string;
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconcileManifest"] | components["schemas"]["ReconcileResults"] | components["schemas"]["ReconcileExtended"];
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                     * @description Reconciliation queries by keys of your own, as JSON
                     * @example {"q0":{"query":"OKEx","type":"exchange","limit":1}}
                     */
                    queries?: string;
                    /**
                     * @description Entities and the properties that are wanted of them, as JSON
                     * @example {"ids":["actors/babel-finance"],"properties":[{"id":"region"}]}
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
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not a form */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "suggest-entity": {
        parameters: {
            query: {
                /** @description Only what belongs to this type */
                type?: "actor" | "agency" | "exchange" | "company" | "association" | "institution" | "person" | "region" | "world" | "area" | "country" | "territory" | "subdivision";
                /** @description How a name, a word of it or an id begins */
                prefix: string;
                /** @description How many to leave out */
                cursor?: number;
                /** @description Without effect; OpenRefine sends it */
                spell?: "always";
                /** @description Without effect; OpenRefine sends it */
                exact?: "false";
                /** @description Without effect; OpenRefine sends it */
                prefixed?: "true";
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What begins so */
            200: {
                headers: {
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What begins so, at most ten */
                        result: components["schemas"]["SuggestedEntity"][];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "suggest-property": {
        parameters: {
            query: {
                /** @description Only what belongs to this type */
                type?: "actor" | "agency" | "exchange" | "company" | "association" | "institution" | "person" | "region" | "world" | "area" | "country" | "territory" | "subdivision";
                /** @description How a name, a word of it or an id begins */
                prefix: string;
                /** @description How many to leave out */
                cursor?: number;
                /** @description Without effect; OpenRefine sends it */
                spell?: "always";
                /** @description Without effect; OpenRefine sends it */
                exact?: "false";
                /** @description Without effect; OpenRefine sends it */
                prefixed?: "true";
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What begins so */
            200: {
                headers: {
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What begins so, at most ten */
                        result: components["schemas"]["ReconcileProperty"][];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "suggest-type": {
        parameters: {
            query: {
                /** @description How a name, a word of it or an id begins */
                prefix: string;
                /** @description How many to leave out */
                cursor?: number;
                /** @description Without effect; OpenRefine sends it */
                spell?: "always";
                /** @description Without effect; OpenRefine sends it */
                exact?: "false";
                /** @description Without effect; OpenRefine sends it */
                prefixed?: "true";
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What begins so */
            200: {
                headers: {
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What begins so, at most ten */
                        result: components["schemas"]["ReconcileType"][];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "propose-properties": {
        parameters: {
            query: {
                /** @description A type of entity; all if it is empty */
                type: "" | "actor" | "agency" | "exchange" | "company" | "association" | "institution" | "person" | "region" | "world" | "area" | "country" | "territory" | "subdivision";
                /** @description Most properties */
                limit?: number;
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
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
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "preview-entity": {
        parameters: {
            query: {
                /** @description Id of the entity */
                id: string;
                /** @description Format of the answer; stands before the Accept header */
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The record has another id now */
            308: {
                headers: {
                    /** @description The same path and query with the id that it has now */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record has been withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-vocabulary": {
        parameters: {
            query?: {
                /** @description List of codes; any of these */
                scheme?: string[];
                /** @description List of codes; none of these */
                not_scheme?: string[];
                /** @description Release after which the record was added or changed; or a year, month or day, from its first day on */
                changed_since?: string;
                /** @description Order of the records */
                sort?: "id" | "-id";
                /** @description Records on a page */
                limit?: number;
                /** @description Place of the next page, from meta.next of the page before */
                cursor?: string;
                /** @description Only these fields of each record */
                fields?: ("id" | "scheme" | "code" | "label" | "definition" | "includes" | "excludes" | "parent")[];
                /** @description Format of the answer; stands before the Accept header */
                format?: "json" | "csv" | "ndjson";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Term"] | components["schemas"]["TermPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-vocabulary": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: ("id" | "scheme" | "code" | "label" | "definition" | "includes" | "excludes" | "parent")[];
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
            };
            header?: never;
            path: {
                /** @description Scheme and code, the slash encoded as %2F */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The term */
            200: {
                headers: {
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Term"] | components["schemas"]["TermPart"];
                        meta: components["schemas"]["RecordMeta"];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The record has another id now */
            308: {
                headers: {
                    /** @description The same path and query with the id that it has now */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record has been withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-releases": {
        parameters: {
            query?: {
                /** @description On or after the first day of this year, month or day */
                from?: string;
                /** @description On or before the last day of this year, month or day */
                to?: string;
                /** @description Whether what is vague may hold, or must: a date between from and to, force on in_force_on */
                date_match?: "possible" | "certain";
                /** @description Order of the records */
                sort?: "-date" | "date";
                /** @description Records on a page */
                limit?: number;
                /** @description Place of the next page, from meta.next of the page before */
                cursor?: string;
                /** @description Only these fields of each record */
                fields?: ("version" | "date" | "time" | "hash" | "counts" | "changes")[];
                /** @description Format of the answer; stands before the Accept header */
                format?: "json" | "csv" | "ndjson";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["ReleaseSummary"] | components["schemas"]["ReleaseSummaryPart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-releases": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: ("version" | "date" | "time" | "hash" | "counts" | "changes")[];
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReleaseSummary"] | components["schemas"]["ReleaseSummaryPart"];
                        meta: components["schemas"]["RecordMeta"];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-changes": {
        parameters: {
            query?: {
                /** @description Release after which it changed; or a year, month or day, from its first day on */
                since?: string;
                /** @description Release that brought it; any of these */
                release?: string[];
                /** @description Release that brought it; none of these */
                not_release?: string[];
                /** @description Record, with the claims on it and what was merged into it; any of these */
                record?: string[];
                /** @description Record, with the claims on it and what was merged into it; none of these */
                not_record?: string[];
                /** @description What happened; any of these */
                change?: ("added" | "changed" | "removed" | "merged")[];
                /** @description What happened; none of these */
                not_change?: ("added" | "changed" | "removed" | "merged")[];
                /** @description Why; any of these */
                reason?: ("new-evidence" | "coding-error" | "source-changed" | "vocabulary" | "merge" | "split")[];
                /** @description Why; none of these */
                not_reason?: ("new-evidence" | "coding-error" | "source-changed" | "vocabulary" | "merge" | "split")[];
                /** @description On or after the first day of this year, month or day */
                from?: string;
                /** @description On or before the last day of this year, month or day */
                to?: string;
                /** @description Whether what is vague may hold, or must: a date between from and to, force on in_force_on */
                date_match?: "possible" | "certain";
                /** @description Order of the records */
                sort?: "-date" | "date";
                /** @description Records on a page */
                limit?: number;
                /** @description Place of the next page, from meta.next of the page before */
                cursor?: string;
                /** @description Only these fields of each record */
                fields?: ("id" | "release" | "date" | "record" | "change" | "fields" | "into" | "reason" | "note")[];
                /** @description Format of the answer; stands before the Accept header */
                format?: "json" | "csv" | "ndjson";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Change"] | components["schemas"]["ChangePart"])[];
                        meta: components["schemas"]["ListMeta"];
                    };
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-changes": {
        parameters: {
            query?: {
                /** @description Only these fields of each record */
                fields?: ("id" | "release" | "date" | "record" | "change" | "fields" | "into" | "reason" | "note")[];
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
            };
            header?: never;
            path: {
                /** @description Change id, its slashes encoded as %2F */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change */
            200: {
                headers: {
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Change"] | components["schemas"]["ChangePart"];
                        meta: components["schemas"]["RecordMeta"];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "export-files": {
        parameters: {
            query?: {
                /** @description Format of the answer; stands before the Accept header */
                format?: "json";
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ExportFile"][];
                        meta: components["schemas"]["ExportsMeta"];
                    };
                };
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No acceptable format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                    /** @description Strong tag of this answer, for If-None-Match */
                    ETag?: string;
                    /** @description Day of the release */
                    "Last-Modified"?: string;
                    /** @description Version of the release */
                    "X-Dataset-Release"?: string;
                    /** @description next, describedby and service-desc */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The part of the file that Range asks for */
            206: {
                headers: {
                    /** @description Which part, and the length of the file */
                    "Content-Range"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The client has this answer already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description With latest: the release that is served now has it */
            307: {
                headers: {
                    /** @description Where the file is */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The URL is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The range lies outside of the file */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too busy; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
