CREATE TABLE "kept_model" (
	"id" text PRIMARY KEY NOT NULL,
	"lab_id" text NOT NULL,
	"sha256" text NOT NULL,
	"detail" jsonb NOT NULL,
	"deleted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "view" (
	"code" text PRIMARY KEY NOT NULL,
	"lab_id" text NOT NULL,
	"model_id" text NOT NULL,
	"user_id" text,
	"title" text NOT NULL,
	"note" text NOT NULL,
	"state" jsonb NOT NULL,
	"picture" jsonb NOT NULL,
	"origin_code" text,
	"seq" bigserial NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "kept_model" ADD CONSTRAINT "kept_model_lab_id_lab_id_fk" FOREIGN KEY ("lab_id") REFERENCES "public"."lab"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "view" ADD CONSTRAINT "view_lab_id_lab_id_fk" FOREIGN KEY ("lab_id") REFERENCES "public"."lab"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "view" ADD CONSTRAINT "view_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "view_lab" ON "view" USING btree ("lab_id","seq");--> statement-breakpoint
CREATE INDEX "view_model" ON "view" USING btree ("model_id");